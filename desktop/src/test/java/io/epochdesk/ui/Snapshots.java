package io.epochdesk.ui;

import javafx.animation.AnimationTimer;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A stage on the headless screen for tests of views: shows a root, runs things on the FX thread,
 * and takes pictures of it into {@code target/snapshots}. Close it, and the stage is hidden and
 * everything shown released.
 *
 * <pre>{@code
 * try (Snapshots eyes = Snapshots.open()) {
 *     eyes.show(1280, 800, Theme.LIGHT, () -> view.root());
 *     eyes.picture("clusters-light");
 * }
 * }</pre>
 */
public final class Snapshots implements AutoCloseable {

    /** The sizes every page must look good in. */
    public static final List<int[]> SIZES = List.of(new int[] {1280, 800}, new int[] {2560, 1440});

    private static final Path FOLDER = Path.of("target", "snapshots");

    private final Stage stage;

    private Snapshots(Stage stage) {
        this.stage = stage;
    }

    /** Starts the toolkit if need be, and opens a stage. */
    public static Snapshots open() {
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("the toolkit does not start", e);
        }
        return on(
                () -> {
                    Theme.loadFonts();
                    return new Snapshots(new Stage());
                });
    }

    /** Shows the root in a stage of this size; the root is made on the FX thread. */
    public void show(double width, double height, Theme theme, Callable<? extends Parent> root) {
        on(
                () -> {
                    stage.hide();
                    Scene scene = new Scene(root.call(), width, height);
                    theme.on(scene);
                    stage.setScene(scene);
                    stage.setX(0);
                    stage.setY(0);
                    stage.show();
                    return null;
                });
        settle();
    }

    /** The stage, for the robot. */
    public Stage stage() {
        return stage;
    }

    /**
     * Takes a picture of the whole scene into {@code target/snapshots/<name>.png} and says where it
     * is.
     */
    public Path picture(String name) {
        settle();
        WritableImage image = on(() -> stage.getScene().snapshot(null));
        return write(image, name);
    }

    /** Takes a picture of another scene, such as a dialog's. */
    public Path pictureOf(String name, Callable<Scene> scene) {
        settle();
        WritableImage image = on(() -> scene.call().snapshot(null));
        return write(image, name);
    }

    /** Texts on the screen that end in an ellipsis because they have too little room. */
    public List<String> cutOff() {
        settle();
        return on(
                () ->
                        stage.getScene().getRoot().lookupAll(".text").stream()
                                .filter(
                                        node ->
                                                node instanceof Text text
                                                        && text.getParent() instanceof Labeled label
                                                        && isVisible(label)
                                                        && !text.getText().equals(label.getText()))
                                .map(node -> ((Labeled) node.getParent()).getText())
                                .toList());
    }

    /**
     * Controls on the screen that a screen reader has no name for: neither one of their own nor
     * words on them nor a label that is theirs.
     */
    public List<String> unnamed() {
        settle();
        return on(
                () -> {
                    List<Node> all = new ArrayList<>();
                    collect(stage.getScene().getRoot(), all);
                    Set<Node> labelled =
                            all.stream()
                                    .filter(Label.class::isInstance)
                                    .map(node -> ((Label) node).getLabelFor())
                                    .filter(Objects::nonNull)
                                    .collect(Collectors.toSet());
                    return all.stream()
                            .filter(Snapshots::isOperated)
                            .filter(node -> !isNamed(node) && !labelled.contains(node))
                            .map(Snapshots::described)
                            .toList();
                });
    }

    /** Everything on the screen that the cursor can go to with the keyboard, in no order. */
    public Set<Node> reachable() {
        settle();
        return on(
                () -> {
                    List<Node> all = new ArrayList<>();
                    collect(stage.getScene().getRoot(), all);
                    return all.stream()
                            .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                            .filter(node -> !isReachedWithArrows(node))
                            .collect(Collectors.toSet());
                });
    }

    /** What a node is, for a failure's message. */
    public static String described(Node node) {
        return node.getClass().getSimpleName() + " #" + node.getId() + " " + node.getStyleClass();
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible()) {
            return;
        }
        into.add(node);
        // What a combo box is made of speaks through the combo box.
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** Within a group Tab goes to what is chosen, and arrows to the others. */
    private static boolean isReachedWithArrows(Node node) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getSelectedToggle() != null
                && !toggle.isSelected();
    }

    private static boolean isOperated(Node node) {
        return node.isFocusTraversable()
                || node instanceof ButtonBase
                || node instanceof ComboBoxBase<?>
                || node instanceof ChoiceBox<?>
                || node instanceof TextInputControl
                || node instanceof TableView<?>
                || node instanceof ListView<?>;
    }

    private static boolean isNamed(Node node) {
        // What stands in a field is no name of the field; a shape that is drawn tells itself.
        boolean holdsWords = node instanceof TextInputControl || node instanceof ComboBoxBase<?>;
        return isSaid(node.getAccessibleText())
                || (!holdsWords && isSaid(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private static boolean isSaid(@Nullable Object text) {
        return text instanceof String said && !said.isBlank();
    }

    private static boolean isVisible(Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }

    /**
     * Pictures of a root in both looks and both sizes: {@code <name>-light-1280x800.png} … A fresh
     * root is made for each.
     */
    public void gallery(String name, Callable<? extends Parent> root) {
        for (Theme theme : Theme.values()) {
            for (int[] size : SIZES) {
                one(name, theme, size, root);
            }
        }
    }

    /**
     * Two pictures of a root, for states of a page whose looks another gallery shows in full: the
     * light one small, the dark one large.
     */
    public void glance(String name, Callable<? extends Parent> root) {
        one(name, Theme.LIGHT, SIZES.getFirst(), root);
        one(name, Theme.DARK, SIZES.getLast(), root);
    }

    private void one(String name, Theme theme, int[] size, Callable<? extends Parent> root) {
        show(size[0], size[1], theme, root);
        String picture =
                "%s-%s-%dx%d"
                        .formatted(name, theme.name().toLowerCase(Locale.ROOT), size[0], size[1]);
        picture(picture);
        List<String> cutOff = cutOff();
        if (!cutOff.isEmpty()) {
            throw new AssertionError("cut off in " + picture + ": " + cutOff);
        }
        List<String> unnamed = unnamed();
        if (!unnamed.isEmpty()) {
            throw new AssertionError("without a name in " + picture + ": " + unnamed);
        }
    }

    /** Runs this on the FX thread and waits for what it returns. */
    public static <T> T on(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    /** Runs this on the FX thread and waits until it is done. */
    public static void onFx(Runnable work) {
        on(
                () -> {
                    work.run();
                    return null;
                });
    }

    /** Waits until a condition, asked on the FX thread, holds; fails after ten seconds. */
    public static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> on(condition::getAsBoolean));
        // what has just come is not laid out yet, and cannot be clicked on
        settle();
    }

    /**
     * Waits until there is such a node in the window, and what has come with it is laid out.
     *
     * @param holds what must be so of the node
     */
    public void await(String query, Duration within, Predicate<Node> holds) {
        Awaitility.await()
                .atMost(within)
                .alias(query)
                .until(
                        () ->
                                on(
                                        () -> {
                                            Node node = stage.getScene().getRoot().lookup(query);
                                            return node != null && holds.test(node);
                                        }));
        settle();
    }

    /** Waits until everything queued on the FX thread is done and laid out: three pulses. */
    public static void settle() {
        CountDownLatch pulses = new CountDownLatch(3);
        AnimationTimer timer =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        pulses.countDown();
                    }
                };
        onFx(timer::start);
        try {
            if (!pulses.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("no pulses");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            onFx(timer::stop);
        }
    }

    @Override
    public void close() {
        onFx(
                () -> {
                    stage.hide();
                    stage.setScene(null);
                });
    }

    private static Path write(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(name + ".png");
            write(copy, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the least compression there is: it takes a third of the time, and nobody keeps them. */
    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam quick = writer.getDefaultWriteParam();
        quick.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quick.setCompressionQuality(0.9f);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quick);
        } finally {
            writer.dispose();
        }
    }
}
