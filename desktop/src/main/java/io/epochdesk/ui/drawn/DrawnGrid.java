package io.epochdesk.ui.drawn;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntBiFunction;

/**
 * Rows and columns painted from values: no node per row, so a hundred thousand rows cost what is
 * visible. The rows are replaced as a whole by another immutable list; selection and scroll
 * position stay with the rows they were on.
 *
 * @param <R> an immutable row
 */
public final class DrawnGrid<R> extends DrawnControl {

    private static final double SCROLL_BAR = 12;

    private final List<GridColumn<R>> columns;
    private final double leastRowHeight;
    private final double headerHeight;
    private final ToIntBiFunction<List<R>, R> locate;
    private final ObjectProperty<@Nullable R> selected =
            new SimpleObjectProperty<>(this, "selected");
    private final ObjectProperty<GridOrder> order =
            new SimpleObjectProperty<>(this, "order", GridOrder.NATURAL);
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following");
    private final GridBar bar;
    private final GridHover hover;
    private List<R> rows = List.of();
    private GridLayout layout;
    private double rowHeight;
    private double mostRowHeight;
    private double scroll;
    private double shownHeight;
    private int cursorRow = -1;
    private int cursorColumn;
    private Consumer<R> onOpen = row -> {};
    private Consumer<String> onCopy = text -> {};

    /**
     * A grid without rows.
     *
     * @param columns from left to right
     * @param rowHeight in pixels
     * @param headerHeight in pixels; 0 for none
     * @param locate finds the row that stands for the given one in another list, or -1
     */
    public DrawnGrid(
            List<GridColumn<R>> columns,
            double rowHeight,
            double headerHeight,
            ToIntBiFunction<List<R>, R> locate) {
        this.columns = List.copyOf(columns);
        this.leastRowHeight = rowHeight;
        this.rowHeight = rowHeight;
        mostRowHeight = rowHeight;
        this.headerHeight = headerHeight;
        this.locate = locate;
        layout = new GridLayout(this.columns, 0);
        getStyleClass().add("drawn-grid");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        bar =
                new GridBar(
                        pixels -> {
                            following.set(false);
                            scrollTo(pixels);
                        });
        getChildren().add(bar);
        hover = new GridHover(this, this::tip);
        order.subscribe(this::redraw);
        following.subscribe(
                follow -> {
                    if (follow) {
                        scrollTo(maxScroll());
                    }
                });
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (GridKeys.handle(this, event)) {
                        event.consume();
                    }
                });
    }

    /** The rows shown. */
    public List<R> rows() {
        return rows;
    }

    /**
     * Shows other rows; the selected row and the topmost visible row stay where they are, if they
     * still exist.
     */
    // The same list is the same rows; comparing them one by one would say no more.
    @SuppressWarnings("ReferenceEquality")
    public void setRows(List<R> next) {
        List<R> before = rows;
        if (before == next) {
            return;
        }
        int top = firstVisible();
        double within = scroll - top * rowHeight;
        R anchor = top < before.size() ? before.get(top) : null;
        R chosen = selected.get();
        rows = next;
        stretchRows();
        if (chosen != null) {
            cursorRow = find(next, chosen, cursorRow);
            selected.set(cursorRow < 0 ? null : next.get(cursorRow));
        }
        if (following.get()) {
            scroll = maxScroll();
        } else if (anchor != null) {
            int found = find(next, anchor, top);
            scroll = clampScroll(found < 0 ? scroll : found * rowHeight + within);
        }
        placeBar();
        redraw();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    /** The selected row as it is now, or null. */
    public ObjectProperty<@Nullable R> selectedProperty() {
        return selected;
    }

    /**
     * The order the header shows; a click on a header changes it, whoever owns the rows follows.
     */
    public ObjectProperty<GridOrder> orderProperty() {
        return order;
    }

    /** Whether the grid stays at its end while rows are appended; scrolling by hand ends it. */
    public BooleanProperty followingProperty() {
        return following;
    }

    /** Lets rows grow up to this height where there is room for all of them. */
    public void setMostRowHeight(double height) {
        mostRowHeight = height;
        requestLayout();
    }

    /** What Enter and a double click do with a row. */
    public void setOnOpen(Consumer<R> action) {
        onOpen = action;
    }

    /** Where Ctrl+C sends its text. */
    public void setOnCopy(Consumer<String> action) {
        onCopy = action;
    }

    /** Selects a row and brings it into view; does nothing when it is not there. */
    public void select(R row) {
        int index = find(rows, row, cursorRow);
        if (index >= 0) {
            moveTo(index, cursorColumn);
        }
    }

    /** Index of the selected row, or -1. */
    public int cursorRow() {
        return cursorRow;
    }

    /** Index of the column that the keyboard is in. */
    public int cursorColumn() {
        return cursorColumn;
    }

    /** The topmost row that is visible, even in part. */
    public int firstVisible() {
        return (int) Math.floor(scroll / rowHeight);
    }

    /** Number of rows that fit wholly. */
    public int page() {
        return Math.max(1, (int) Math.floor(viewHeight() / rowHeight));
    }

    /** Scrolls to so many pixels from the top, as far as there are rows. */
    public void scrollTo(double pixels) {
        scroll = clampScroll(pixels);
        placeBar();
        redraw();
    }

    /** Where the middle of a cell lies in this region, as far as the row is visible. */
    public Point2D pointOf(int row, int column) {
        Box cell = layout.column(column, headerHeight + row * rowHeight - scroll, rowHeight);
        return new Point2D(cell.centreX(), cell.centreY());
    }

    /** Where the middle of a column's header lies in this region. */
    public Point2D pointOfHeader(int column) {
        Box header = layout.column(column, 0, headerHeight);
        return new Point2D(header.centreX(), header.centreY());
    }

    /** The selected row in words, the cell of the cursor first; empty when nothing is selected. */
    public String describe() {
        R row = selected.get();
        if (row == null) {
            return "";
        }
        return GridWords.of(columns, cursorColumn, row);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        // With nothing selected it says what it is: its accessible text.
        return attribute == AccessibleAttribute.TEXT && selected.get() != null
                ? describe()
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    protected Insets margins() {
        return new Insets(0, barNeeded() ? SCROLL_BAR : 0, 0, 0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        stretchRows();
        bar.setVisible(barNeeded());
        bar.resizeRelocate(
                getWidth() - SCROLL_BAR,
                headerHeight,
                SCROLL_BAR,
                Math.max(0, getHeight() - headerHeight));
        scroll = following.get() ? maxScroll() : clampScroll(keptInView());
        shownHeight = viewHeight();
        placeBar();
    }

    /** A selected row that was in view stays in view when the region becomes lower. */
    private double keptInView() {
        double bottom = (cursorRow + 1) * rowHeight;
        boolean wasInView =
                cursorRow >= 0 && bottom - rowHeight >= scroll && bottom <= scroll + shownHeight;
        return wasInView && bottom > scroll + viewHeight() ? bottom - viewHeight() : scroll;
    }

    @Override
    protected void paint(Brush brush, double width, double height) {
        layout = new GridLayout(columns, width);
        brush.fill(new Box(0, 0, width, height), Ink.SURFACE);
        int first = firstVisible();
        int last = Math.min(rows.size() - 1, (int) ((scroll + viewHeight()) / rowHeight));
        for (int index = first; index <= last; index++) {
            paintRow(brush, index, Math.rint(headerHeight + index * rowHeight - scroll), width);
        }
        if (headerHeight > 0) {
            GridHeader.paint(brush, columns, layout, order.get(), headerHeight, width);
        }
        if (isFocusVisible()) {
            brush.outline(new Box(0, 0, width, height), 3, 2, Ink.FOCUS);
        }
    }

    void open() {
        R row = selected.get();
        if (row != null) {
            onOpen.accept(row);
        }
    }

    void copy() {
        R row = selected.get();
        if (row != null) {
            onCopy.accept(columns.get(cursorColumn).copy().apply(row));
        }
    }

    void moveTo(int row, int column) {
        cursorColumn = Math.clamp(column, 0, columns.size() - 1);
        if (!rows.isEmpty()) {
            cursorRow = Math.clamp(row, 0, rows.size() - 1);
            selected.set(rows.get(cursorRow));
            double top = cursorRow * rowHeight;
            if (viewHeight() == 0) {
                // Not laid out yet: the beginning is as good as any.
                scroll = 0;
            } else if (top < scroll) {
                following.set(false);
                scrollTo(top);
            } else if (top + rowHeight > scroll + viewHeight()) {
                scrollTo(top + rowHeight - viewHeight());
            }
        }
        redraw();
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private void paintRow(Brush brush, int index, double y, double width) {
        R row = rows.get(index);
        Box line = new Box(0, y, width, rowHeight);
        if (index == cursorRow) {
            brush.fill(line, Ink.SELECTION);
        } else if (index == hover.row()) {
            brush.fill(line, Ink.HOVER);
        }
        brush.horizontal(0, y + rowHeight - 1, width, Ink.LINE);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).painter().paint(brush, row, layout.cell(i, y, rowHeight - 1));
        }
        if (index == cursorRow && isFocused()) {
            brush.outline(
                    layout.column(cursorColumn, y, rowHeight - 1).inset(1, 1), 2, 1, Ink.FOCUS);
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0 && barNeeded()) {
            following.set(false);
            scrollTo(scroll - event.getDeltaY());
            event.consume();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        int column = Math.max(0, layout.columnAt(event.getX()));
        if (event.getY() < headerHeight) {
            if (event.getButton() == MouseButton.PRIMARY && columns.get(column).sortable()) {
                order.set(order.get().clicked(columns.get(column).id()));
            }
            return;
        }
        int row = rowAt(event.getY());
        if (row >= 0) {
            moveTo(row, column);
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        }
    }

    /** The row at this ordinate, or -1. */
    int rowAt(double y) {
        int row = y < headerHeight ? -1 : (int) ((y - headerHeight + scroll) / rowHeight);
        return row < rows.size() ? row : -1;
    }

    private String tip(double x, double y) {
        int column = layout.columnAt(x);
        if (column < 0) {
            return "";
        }
        int row = rowAt(y);
        if (row >= 0) {
            return columns.get(column).text().apply(rows.get(row));
        }
        return y < headerHeight ? columns.get(column).hint() : "";
    }

    private int find(List<R> list, R row, int likely) {
        boolean unmoved = likely >= 0 && likely < list.size() && list.get(likely).equals(row);
        return unmoved ? likely : locate.applyAsInt(list, row);
    }

    private void stretchRows() {
        if (mostRowHeight > leastRowHeight && !rows.isEmpty()) {
            double each = Math.floor(viewHeight() / rows.size());
            rowHeight = Math.clamp(each, leastRowHeight, mostRowHeight);
        }
    }

    private double viewHeight() {
        return Math.max(0, getHeight() - headerHeight);
    }

    private double maxScroll() {
        return Math.max(0, rows.size() * rowHeight - viewHeight());
    }

    private double clampScroll(double pixels) {
        return Math.clamp(Math.rint(pixels), 0, maxScroll());
    }

    private boolean barNeeded() {
        return rows.size() * rowHeight > viewHeight();
    }

    private void placeBar() {
        if (barNeeded() != bar.isVisible()) {
            requestLayout();
        }
        bar.place(scroll, maxScroll(), viewHeight(), rowHeight);
    }
}
