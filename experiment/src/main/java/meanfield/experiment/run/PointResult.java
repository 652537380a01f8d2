package meanfield.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import meanfield.experiment.Column;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;
import meanfield.experiment.parameters.StrictJson;
import meanfield.experiment.table.CellText;
import meanfield.experiment.table.CsvTable;

/**
 * The result of one point. It travels and is stored as one line of JSON whose cells are the texts of {@code table.csv},
 * so that what was stored and what was just computed give the same bytes.
 *
 * @param index index of the task
 * @param rows theory rows first
 * @param summary numbers ({@link Double}) and words of the whole point
 * @param inputs data that was read: name to SHA-256
 * @param seconds wall time
 * @param refused true when the experiment refused its parameters before it wrote a row
 */
record PointResult(
        int index,
        List<PointRow> rows,
        Map<String, Object> summary,
        Map<String, String> inputs,
        double seconds,
        boolean refused) {

    String encode() {
        ObjectNode tree = StrictJson.object();
        tree.put("index", index);
        ArrayNode table = tree.putArray("rows");
        for (PointRow row : rows) {
            ArrayNode fields = table.addArray();
            fields.add(row.source().toString()).add(row.status().name()).add(row.message());
            for (Object cell : row.cells()) {
                fields.add(CellText.of(cell));
            }
        }
        ObjectNode numbers = tree.putObject("numbers");
        ObjectNode words = tree.putObject("words");
        ArrayNode order = tree.putArray("order");
        summary.forEach((name, value) -> {
            order.add(name);
            (value instanceof Double ? numbers : words).put(name, CellText.of(value));
        });
        ObjectNode data = tree.putObject("inputs");
        inputs.forEach(data::put);
        tree.put("seconds", CellText.ofNumber(seconds));
        tree.put("refused", refused);
        return StrictJson.compact(tree);
    }

    static PointResult decode(String line, Schema schema) {
        ObjectNode tree = StrictJson.readObject(line, "point result");
        List<PointRow> rows = new ArrayList<>();
        for (JsonNode fields : tree.get("rows")) {
            rows.add(row(fields, schema.columns()));
        }
        Map<String, Object> summary = new LinkedHashMap<>();
        for (JsonNode name : tree.get("order")) {
            JsonNode number = tree.get("numbers").get(name.textValue());
            summary.put(
                    name.textValue(),
                    number == null
                            ? tree.get("words").get(name.textValue()).textValue()
                            : Double.valueOf(number.textValue()));
        }
        Map<String, String> inputs = new TreeMap<>();
        for (Iterator<String> names = tree.get("inputs").fieldNames(); names.hasNext(); ) {
            String name = names.next();
            inputs.put(name, tree.get("inputs").get(name).textValue());
        }
        return new PointResult(
                tree.get("index").intValue(),
                rows,
                summary,
                inputs,
                Double.parseDouble(tree.get("seconds").textValue()),
                tree.get("refused").booleanValue());
    }

    /** A row without cells, that of parameters which were refused, has all of them missing. */
    private static PointRow row(JsonNode fields, List<Column> columns) {
        boolean empty = fields.size() == 3;
        if (!empty && fields.size() != columns.size() + 3) {
            throw new IllegalArgumentException(
                    "point result has " + (fields.size() - 3) + " cells, schema has " + columns.size() + " columns");
        }
        Object[] cells = new Object[columns.size()];
        for (int j = 0; j < cells.length; j++) {
            cells[j] = empty
                    ? PointRow.missing(columns.get(j).kind())
                    : CsvTable.cell(columns.get(j), fields.get(j + 3).textValue(), "point result");
        }
        Source source = fields.get(0).textValue().equals(Source.THEORY.toString()) ? Source.THEORY : Source.SIMULATION;
        return new PointRow(
                source,
                cells,
                RowStatus.valueOf(fields.get(1).textValue()),
                fields.get(2).textValue());
    }
}
