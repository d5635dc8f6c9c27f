import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

/**
 * Takes a picture of the display into a file and fails when there is nothing on it: {@code java
 * Screen.java FILE}. A window of the console has hundreds of colours, an empty display one.
 */
public final class Screen {

    private static final int FEWEST_COLOURS = 60;

    private Screen() {}

    public static void main(String[] args) throws AWTException, IOException {
        Rectangle all = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        BufferedImage picture = new Robot().createScreenCapture(all);
        ImageIO.write(picture, "png", new File(args[0]));
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        System.out.printf("%s: %d colours%n", args[0], colours.size());
        if (colours.size() < FEWEST_COLOURS) {
            System.exit(1);
        }
    }
}
