package meanfield.approximation.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import meanfield.core.Require;
import meanfield.experiment.parameters.StrictJson;

/**
 * Networks as JSON: an array of nodes {@code {"activation", "inputs": [[node, weight], …], "bias", "coefficients"}}, index =
 * position. {@code bias} and {@code coefficients} are null where the node has none; a quadratic neuron has {@code gate} and
 * {@code squares} beside them, each with inputs and bias.
 */
public final class GraphJson {
    private GraphJson() {}

    /** One line of JSON. */
    public static String write(Graph graph) {
        ObjectNode holder = StrictJson.object();
        ArrayNode list = holder.putArray("nodes");
        for (Node node : graph.nodes()) {
            ObjectNode each = list.addObject();
            each.put("activation", node.unit().label());
            form(each, node.form());
            List<Double> own = node.unit().ownNumbers();
            if (own.isEmpty()) {
                each.putNull("coefficients");
            } else {
                ArrayNode numbers = each.putArray("coefficients");
                own.forEach(a -> numbers.add(StrictJson.number(a)));
            }
            if (node.unit() instanceof Unit.Quadratic quadratic) {
                form(each.putObject("gate"), quadratic.gate());
                form(each.putObject("squares"), quadratic.squares());
            }
        }
        return StrictJson.compact(list);
    }

    private static void form(ObjectNode into, LinearForm form) {
        ArrayNode inputs = into.putArray("inputs");
        for (int j = 0; j < form.size(); j++) {
            inputs.addArray().add(form.node(j)).add(StrictJson.number(form.weight(j)));
        }
        if (form.bias().isPresent()) {
            into.set("bias", StrictJson.number(form.bias().getAsDouble()));
        } else {
            into.putNull("bias");
        }
    }

    /**
     * The graph of such a text.
     *
     * @throws IllegalArgumentException for a node that is not understood or reads a later one
     */
    public static Graph read(String text) {
        JsonNode list = StrictJson.read(text, "network");
        Require.that(list.isArray() && list.size() > 0, "network", "be an array of nodes", list.getNodeType());
        int dimension = 0;
        while (dimension < list.size() && label(list.get(dimension)).equals("input")) {
            dimension++;
        }
        GraphBuilder builder = GraphBuilder.of(dimension);
        for (int i = dimension; i < list.size(); i++) {
            builder.add(unit(list.get(i)), form(list.get(i)));
        }
        return builder.build();
    }

    private static String label(JsonNode node) {
        return node.path("activation").asText();
    }

    private static Unit unit(JsonNode node) {
        List<Double> own = new ArrayList<>();
        node.path("coefficients").forEach(a -> own.add(a.asDouble()));
        return switch (label(node)) {
            case "identity" -> new Unit.Identity();
            case "relu" -> new Unit.Relu();
            case "square_relu" -> new Unit.SquareRelu();
            case "square" -> new Unit.Square();
            case "polyrelu" -> new Unit.PolyRelu(own);
            case "odd_rational" -> {
                int factors = (own.size() - 1) / 2;
                yield new Unit.OddRational(
                        own.get(0), own.subList(1, 1 + factors), own.subList(1 + factors, own.size()));
            }
            case "quadratic" -> new Unit.Quadratic(form(node.path("gate")), form(node.path("squares")));
            default -> throw new IllegalArgumentException("activation must be known, got " + label(node));
        };
    }

    private static LinearForm form(JsonNode node) {
        JsonNode inputs = node.path("inputs");
        int[] nodes = new int[inputs.size()];
        double[] weights = new double[inputs.size()];
        for (int j = 0; j < nodes.length; j++) {
            nodes[j] = inputs.get(j).get(0).asInt();
            weights[j] = inputs.get(j).get(1).asDouble();
        }
        LinearForm form = LinearForm.of(nodes, weights);
        JsonNode bias = node.path("bias");
        return bias.isNumber() ? form.withBias(bias.asDouble()) : form;
    }
}
