package meanfield.experiment.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import meanfield.experiment.Axis;
import meanfield.experiment.Column;
import meanfield.experiment.table.CellText;

/**
 * Where the cells of a point go in the table: axes that the schema does not have, replicate, source, the schema's cells
 * with the other axes filled in where the experiment left them empty, status, message.
 *
 * @param request the request
 * @param columns columns of the table
 * @param schema columns of the experiment
 * @param inSchema for each axis its index in the schema, or -1
 */
record RowLayout(Request<?> request, List<Column> columns, List<Column> schema, int[] inSchema) {
    static RowLayout of(Request<?> request) {
        List<Column> schema = request.schema().columns();
        List<String> names = schema.stream().map(Column::name).toList();
        int[] inSchema = request.axes().stream()
                .map(Axis::parameter)
                .mapToInt(names::indexOf)
                .toArray();
        return new RowLayout(request, request.columns(), schema, inSchema);
    }

    Object[] cells(int point, PointRow row) {
        List<Object> values = request.axisValues(point);
        Object[] own = row.cells().clone();
        List<Object> cells = new ArrayList<>(columns.size());
        for (int a = 0; a < inSchema.length; a++) {
            int index = inSchema[a];
            if (index < 0) {
                cells.add(cell(columns.get(cells.size()), values.get(a)));
            } else if (isMissing(own[index])) {
                own[index] = cell(schema.get(index), values.get(a));
            }
        }
        cells.add((long) request.replicate(point));
        cells.add(row.source().toString());
        cells.addAll(Arrays.asList(own));
        cells.add(row.status().toString());
        cells.add(row.message());
        return cells.toArray();
    }

    private static boolean isMissing(Object cell) {
        return cell == null || cell.equals("") || cell.equals(Double.NaN);
    }

    private static Object cell(Column column, Object axisValue) {
        if (axisValue instanceof Double number) {
            return switch (column.kind()) {
                case NUMBER -> (Object) number;
                case INTEGER -> (Object) number.longValue();
                case TEXT -> CellText.ofNumber(number).replaceFirst("\\.0$", "");
            };
        }
        return axisValue.toString();
    }
}
