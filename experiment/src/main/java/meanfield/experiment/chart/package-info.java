/**
 * Figures. An experiment says in values what is to be seen: which columns, which marks, which rows
 * ({@link meanfield.experiment.chart.Figure}, {@link meanfield.experiment.chart.Layer}). The renderer resolves such a
 * figure against a table and paints it in one house theme.
 *
 * <pre>
 *   Figure + ResultTable + summary  →  Plot (series, ranges, labels, notes)  →  pixels or vectors
 * </pre>
 *
 * <table>
 * <caption>Public classes</caption>
 * <tr><td>{@link meanfield.experiment.chart.Figure}</td><td>a figure: axes, layers, caption, further panels</td></tr>
 * <tr><td>{@link meanfield.experiment.chart.Layer}</td><td>one mark: line, points with error bars, band, raster,
 * contour, rule, power law, slope guide, words</td></tr>
 * <tr><td>{@link meanfield.experiment.chart.FigureAxis}</td><td>column, label, scale and range of an axis</td></tr>
 * <tr><td>{@link meanfield.experiment.chart.HeatColors}</td><td>how a raster's values become colours</td></tr>
 * <tr><td>{@link meanfield.experiment.chart.ChartRenderer}</td><td>draws: image, PNG, SVG, notes</td></tr>
 * <tr><td>{@link meanfield.experiment.chart.Show}</td><td>shows an image in a window, or writes it where there is no display</td></tr>
 * </table>
 *
 * <p>Which mark when: theory is a {@code line}, a simulation is {@code points} (error bars come from the column
 * {@code xStdErr} by themselves, one standard error up and down), a spread is a {@code band}; {@code by} splits rows into
 * series that share their colour between theory and simulation. A phase diagram is a {@code heatmap} with a contour at
 * the critical value; a column of words gives a diagram of phases.
 *
 * <p>Legends stand inside where they cover no data, else beside or above. A figure of many series asks for
 * {@link meanfield.experiment.chart.Figure.Legend#BELOW}: columns under the axis, for which the page grows. A level such as
 * rounding is a {@code floor}: drawn where data come near it, else told by the legend, so that it never squeezes the data.
 *
 * <p>Conventions: nothing is dropped silently. Rows whose {@code status} is not {@code ok} are skipped and counted;
 * undefined cells are hatched and counted; on a logarithmic axis values ≤ 0 are left out and counted, and an error bar
 * that reaches 0 runs to the frame without a cap. A power law is an ordinary least-squares fit in logarithms; its
 * error is one standard error. Contours interpolate linearly between cell centres, in the logarithm on log axes.
 * Colours: Okabe and Ito's palette for categories, maps of even lightness for numbers. Same input, same bytes.
 *
 * <p>Inside, each step has a package: {@link meanfield.experiment.chart.plot} reads columns and knows no pixels,
 * {@link meanfield.experiment.chart.paint} knows pixels and reads no columns; both use the scales, ticks and colours of
 * {@link meanfield.experiment.chart.scale} and the labels of {@link meanfield.experiment.chart.text}. They read the values
 * of this package; only the renderer calls them. What they offer publicly is for each other: write against this package.
 */
package meanfield.experiment.chart;
