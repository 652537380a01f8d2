package meanfield.experiment.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meanfield.core.Convergence;
import meanfield.experiment.Column;
import meanfield.experiment.Column.Kind;
import meanfield.experiment.Nearest;
import meanfield.experiment.Rows;
import meanfield.experiment.Schema;
import meanfield.experiment.Source;

/** Collects the rows of one point; strict, because a wrong column name must not become a column of NaN. */
final class RowCollector implements Rows {
    private final Schema schema;
    private final List<PointRow> theory = new ArrayList<>();
    private final List<PointRow> simulation = new ArrayList<>();
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private Source lastSource = Source.THEORY;

    RowCollector(Schema schema) {
        this.schema = schema;
    }

    /** Theory rows, then simulation rows, each in the order of adding. */
    synchronized List<PointRow> rows() {
        List<PointRow> rows = new ArrayList<>(theory);
        rows.addAll(simulation);
        return rows;
    }

    synchronized Map<String, Object> summary() {
        return new LinkedHashMap<>(summary);
    }

    /** A failed row of the source that was being written. */
    synchronized void addFailure(String message) {
        new CollectedRow(lastSource).failed(message).add();
    }

    @Override
    public synchronized Row row(Source source) {
        lastSource = source;
        return new CollectedRow(source);
    }

    @Override
    public synchronized void summary(String name, double value) {
        putSummary(name, value);
    }

    @Override
    public synchronized void summary(String name, String value) {
        putSummary(name, value);
    }

    private void putSummary(String name, Object value) {
        if (summary.put(name, value) != null) {
            throw new RowsMisuseException("summary " + name + " was given twice");
        }
    }

    private synchronized void keep(PointRow row) {
        (row.source() == Source.THEORY ? theory : simulation).add(row);
    }

    private final class CollectedRow implements Row {
        private final Source source;
        private final Object[] cells = new Object[schema.columns().size()];
        private RowStatus status = RowStatus.OK;
        private String message = "";
        private boolean added;

        private CollectedRow(Source source) {
            this.source = source;
        }

        @Override
        public Row set(String column, double value) {
            return put(column, value, Kind.NUMBER);
        }

        @Override
        public Row set(String column, long value) {
            return put(column, value, Kind.INTEGER);
        }

        @Override
        public Row set(String column, String value) {
            return put(column, value, Kind.TEXT);
        }

        @Override
        public Row verdict(Convergence convergence) {
            checkOpen();
            if (!convergence.isConverged() && status == RowStatus.OK) {
                status = RowStatus.NOT_CONVERGED;
                message = firstLine(convergence.toString());
            }
            return this;
        }

        @Override
        public Row unresolved(String reason) {
            checkOpen();
            if (status == RowStatus.OK) {
                status = RowStatus.NOT_CONVERGED;
                message = firstLine(reason);
            }
            return this;
        }

        @Override
        public Row failed(String reason) {
            checkOpen();
            if (status != RowStatus.FAILED) {
                status = RowStatus.FAILED;
                message = firstLine(reason);
            }
            return this;
        }

        @Override
        public void add() {
            checkOpen();
            added = true;
            keep(new PointRow(source, complete(), status, message));
        }

        private Row put(String name, Object value, Kind given) {
            checkOpen();
            int index = index(name);
            Kind kind = schema.columns().get(index).kind();
            boolean widened = kind == Kind.NUMBER && given == Kind.INTEGER;
            if (kind != given && !widened) {
                throw new RowsMisuseException("column " + name + " holds " + words(kind) + ", got " + value);
            }
            if (cells[index] != null) {
                throw new RowsMisuseException("column " + name + " was set twice in one row");
            }
            if (value == null) {
                throw new RowsMisuseException("column " + name + " must not be null");
            }
            cells[index] = widened ? (Object) ((Long) value).doubleValue() : value;
            return this;
        }

        private Object[] complete() {
            Object[] result = cells.clone();
            for (int j = 0; j < result.length; j++) {
                if (result[j] == null) {
                    result[j] = PointRow.missing(schema.columns().get(j).kind());
                }
            }
            return result;
        }

        private void checkOpen() {
            if (added) {
                throw new RowsMisuseException("the row was already added");
            }
        }
    }

    private int index(String name) {
        List<String> names = schema.columns().stream().map(Column::name).toList();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new RowsMisuseException(Nearest.unknown("column", name, names));
        }
        return index;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case NUMBER -> "numbers";
            case INTEGER -> "whole numbers";
            case TEXT -> "words";
        };
    }

    private static String firstLine(String text) {
        return text == null ? "" : text.lines().findFirst().orElse("").trim();
    }
}
