package io.epochdesk.ui;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A table column told in one expression: title, value, and whatever of comparator, width, tooltip
 * and look it needs.
 *
 * @param <R> a row: an immutable value
 * @param <V> what the column sorts by
 */
public final class Column<R, V> {

    private final TableColumn<R, V> column;
    private Function<? super V, String> text = String::valueOf;
    private @Nullable Function<? super R, String> tooltip;
    private @Nullable Supplier<? extends TableCell<R, V>> cells;
    private String styleClass = "";

    private Column(String title, Function<? super R, ? extends V> value) {
        column = new TableColumn<>();
        Label head = new Label(title);
        column.setGraphic(head);
        column.setText("");
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
    }

    /** A column of this title that takes its value from the row like this. */
    public static <R, V> Column<R, V> of(String title, Function<? super R, ? extends V> value) {
        return new Column<>(title, value);
    }

    /** Names the column for tests and for remembering its width. */
    public Column<R, V> id(String id) {
        column.setId(id);
        return this;
    }

    /** Explains the title on hover. */
    public Column<R, V> explained(String explanation) {
        ((Label) column.getGraphic()).setTooltip(new Tooltip(explanation));
        return this;
    }

    /** Writes the value like this. */
    public Column<R, V> written(Function<? super V, String> how) {
        text = how;
        return this;
    }

    /** Sorts like this. */
    public Column<R, V> sorted(Comparator<? super V> comparator) {
        column.setComparator(comparator::compare);
        return this;
    }

    /** This wide in pixels, at least. */
    public Column<R, V> width(double min, double preferred) {
        column.setMinWidth(min);
        column.setPrefWidth(preferred);
        return this;
    }

    /** Shows this on hover over a cell. */
    public Column<R, V> tooltip(Function<? super R, String> what) {
        tooltip = what;
        return this;
    }

    /** Figures, aligned to the right. */
    public Column<R, V> figures() {
        styleClass = "figures";
        column.getStyleClass().add("figures");
        return this;
    }

    /** Mono, for IDs. */
    public Column<R, V> mono() {
        styleClass = "text-mono";
        return this;
    }

    /**
     * Cells of one's own; they own their controls as final fields and handle filled and empty every
     * time.
     */
    public Column<R, V> cells(Supplier<? extends TableCell<R, V>> factory) {
        cells = factory;
        return this;
    }

    /** The column. */
    public TableColumn<R, V> build() {
        Supplier<? extends TableCell<R, V>> own = cells;
        column.setCellFactory(
                _ -> own == null ? new TextCell<>(text, tooltip, styleClass) : own.get());
        return column;
    }

    private static final class TextCell<R, V> extends TableCell<R, V> {

        private final Function<? super V, String> text;
        private final @Nullable Function<? super R, String> tooltip;
        private final Tooltip hover = new Tooltip();

        TextCell(
                Function<? super V, String> text,
                @Nullable Function<? super R, String> tooltip,
                String styleClass) {
            this.text = text;
            this.tooltip = tooltip;
            if (!styleClass.isEmpty()) {
                getStyleClass().add(styleClass);
            }
        }

        @Override
        protected void updateItem(@Nullable V value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : text.apply(value));
            R row = getTableRow() == null ? null : getTableRow().getItem();
            if (tooltip == null || empty || row == null) {
                setTooltip(null);
            } else {
                hover.setText(tooltip.apply(row));
                setTooltip(hover);
            }
        }
    }
}
