package io.inlet.code;

/** A small system of linear equations, of a matrix that is symmetric and positive definite. */
final class LinearSystem {
    private LinearSystem() {}

    /**
     * Solves {@code matrix * x = right} by Cholesky's decomposition.
     *
     * @throws IllegalArgumentException if the matrix is not positive definite
     */
    static double[] solve(double[][] matrix, double[] right) {
        double[][] root = root(matrix);
        double[] x = right.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(root[i], x, i)) / root[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= root[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= root[i][j] * x[i];
            }
        }
        return x;
    }

    private static double[][] root(double[][] matrix) {
        double[][] root = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                root[i][j] = (matrix[i][j] - dot(root[i], root[j], j)) / root[j][j];
            }
            double square = matrix[i][i] - dot(root[i], root[i], i);
            if (square <= 0) {
                throw new IllegalArgumentException(
                        "row "
                                + i
                                + " depends on the ones before it: expected more than 0, found "
                                + square);
            }
            root[i][i] = Math.sqrt(square);
        }
        return root;
    }

    private static double dot(double[] one, double[] other, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
