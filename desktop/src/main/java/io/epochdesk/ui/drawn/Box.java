package io.epochdesk.ui.drawn;

/**
 * A rectangle on a canvas.
 *
 * @param x left edge
 * @param y upper edge
 * @param width width, 0 or more
 * @param height height, 0 or more
 */
public record Box(double x, double y, double width, double height) {

    /** This box without a border of so many pixels left and right, above and below. */
    public Box inset(double horizontally, double vertically) {
        return new Box(
                x + horizontally,
                y + vertically,
                Math.max(0, width - 2 * horizontally),
                Math.max(0, height - 2 * vertically));
    }

    /** The part from so many pixels right of its left edge, at most so wide. */
    public Box part(double from, double partWidth) {
        return new Box(x + from, y, Math.max(0, Math.min(partWidth, width - from)), height);
    }

    /** What remains right of so many pixels. */
    public Box after(double from) {
        return part(from, width - from);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /** Whether the point lies in it. */
    public boolean contains(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }
}
