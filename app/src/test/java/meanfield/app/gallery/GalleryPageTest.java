package meanfield.app.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import meanfield.experiment.Bibliography;
import org.junit.jupiter.api.Test;

class GalleryPageTest {
    private static final Exhibit GOOD = new Exhibit(
            "ntk.order-chaos",
            "χ₁ < 1 is \"ordered\" & safe",
            "ntk.order-chaos",
            List.of(
                    new Exhibit.Picture("diagram", "Phase diagram", "The line is χ₁ = 1.", 1),
                    new Exhibit.Picture("cuts", "Cuts", "", 3)),
            Map.of("weightVariance", "0.1 … 3 (40 values)"),
            Map.of("slope", "-0.5"),
            "./meanfield sweep ntk.order-chaos --axis 'weightVariance=0.1:3:40'",
            1.5,
            Exhibit.Verdict.COMPLETE,
            "",
            List.of("Ben Poole et al., Exponential Expressivity, 2016."));
    private static final Exhibit BAD = new Exhibit(
            "ntk.digits",
            "Digits.",
            "ntk.digits",
            List.of(),
            Map.of(),
            Map.of(),
            "./meanfield run ntk.digits",
            Double.NaN,
            Exhibit.Verdict.FAILED,
            "no <such> folder",
            List.of());

    private final String page = GalleryPage.of(List.of(GOOD, BAD), "Meanfield 0.1");

    @Test
    void everythingAReaderNeedsIsThere() {
        for (String part : List.of(
                "src=\"ntk.order-chaos/diagram.svg\"",
                "href=\"ntk.order-chaos/diagram.png\"",
                "href=\"ntk.order-chaos/table.csv\"",
                "href=\"ntk.order-chaos/manifest.json\"",
                "χ₁ &lt; 1 is &quot;ordered&quot; &amp; safe",
                "--axis &#39;weightVariance=0.1:3:40&#39;",
                "computed in 1.5 s",
                "Phase diagram",
                "The line is χ₁ = 1.",
                "Ben Poole et al.",
                "2 figures of 2 experiments",
                "class=\"wide\" style=\"--columns: 3\"",
                "prefers-color-scheme: dark")) {
            assertTrue(page.contains(part), () -> "the page must contain " + part);
        }
    }

    @Test
    void failuresAreShownAndLinkToNothing() {
        assertTrue(page.contains("no &lt;such&gt; folder"));
        assertTrue(page.contains("1 not complete"));
        assertFalse(page.contains("ntk.digits/table.csv"));
    }

    @Test
    void nothingComesFromElsewhere() {
        assertFalse(Pattern.compile("(src|href)=\"(https?:|//|/)").matcher(page).find());
        assertFalse(page.contains("<script"));
    }

    @Test
    void tagsAreBalanced() {
        for (String tag :
                List.of("section", "figure", "details", "table", "ul", "li", "a", "p", "div", "pre", "main")) {
            assertEquals(count("<" + tag + "[ >]"), count("</" + tag + ">"), tag);
        }
    }

    private long count(String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    @Test
    void bibtexReadsAsALine() {
        Bibliography bibliography = Bibliography.load();
        assertEquals(
                "Arthur Jacot, Franck Gabriel, Clément Hongler, Neural Tangent Kernel: Convergence and Generalization in"
                        + " Neural Networks, Advances in Neural Information Processing Systems 31, 2018.",
                ReferenceLine.of(bibliography.entry("Jacot2018")));
        for (String key : bibliography.keys()) {
            String line = ReferenceLine.of(bibliography.entry(key));
            assertTrue(line.matches("[^{}\\\\=]+, (18|19|20)\\d\\d\\."), () -> key + " reads " + line);
        }
    }
}
