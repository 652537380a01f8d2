package meanfield.ntk.experiments.convolution;

import meanfield.core.Require;
import meanfield.core.data.DataSet;
import org.ejml.data.DMatrixRMaj;

/**
 * Images of fewer pixels: each new pixel is the mean over its part of the image.
 *
 * <pre>
 *   y = R x Cᵀ,   R_ai = |[a H/s, (a+1) H/s] ∩ [i, i+1]| s/H                                                (1)
 * </pre>
 */
final class ImageScaling {
    private ImageScaling() {}

    /** The images with side × side pixels; the same images when they have them already. */
    static DataSet to(int side, DataSet images) {
        int height = images.imageRows();
        int width = images.imageColumns();
        Require.that(height > 0, "dataSet", "be images (rows and columns of pixels)", images.name());
        Require.that(
                side <= Math.min(height, width),
                "imageSize",
                "be at most " + Math.min(height, width) + " as the images are " + height + " x " + width,
                side);
        if (side == height && side == width) {
            return images;
        }
        double[][] rows = overlaps(side, height);
        double[][] columns = overlaps(side, width);
        DMatrixRMaj scaled = new DMatrixRMaj(images.size(), side * side);
        double[] half = new double[side * width];
        for (int image = 0; image < images.size(); image++) {
            shrink(images.inputs().data, image * height * width, rows, columns, half, scaled.data, image * side * side);
        }
        return DataSet.ofImages(images.name(), scaled, images.targets(), side, images.sources());
    }

    private static double[][] overlaps(int side, int extent) {
        double[][] weights = new double[side][extent];
        double part = extent / (double) side;
        for (int a = 0; a < side; a++) {
            for (int i = 0; i < extent; i++) {
                double shared = Math.min((a + 1) * part, i + 1) - Math.max(a * part, i);
                weights[a][i] = Math.max(0, shared) / part;
            }
        }
        return weights;
    }

    private static void shrink(
            double[] from, int start, double[][] rows, double[][] columns, double[] half, double[] to, int target) {
        int side = rows.length;
        int height = rows[0].length;
        int width = columns[0].length;
        for (int a = 0; a < side; a++) {
            for (int j = 0; j < width; j++) {
                double sum = 0;
                for (int i = 0; i < height; i++) {
                    sum += rows[a][i] * from[start + i * width + j];
                }
                half[a * width + j] = sum;
            }
            for (int b = 0; b < side; b++) {
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    sum += columns[b][j] * half[a * width + j];
                }
                to[target + a * side + b] = sum;
            }
        }
    }
}
