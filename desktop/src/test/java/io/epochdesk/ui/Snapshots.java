package io.epochdesk.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

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
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(10))
                .until(() -> on(condition::getAsBoolean));
    }

    /** Waits until everything queued on the FX thread is done and laid out. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents(10);
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
