package meanfield.approximation.sobolev;

/** Placeholder to be replaced. */
final class RationalHat {
    private RationalHat() {}
}
