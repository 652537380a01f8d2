package meanfield.dmft.langevin;

/**
 * A density of neurons at one time.
 *
 * @param time t
 * @param outputs f: coordinates of the mean neuron (linear neurons), outputs at the training inputs (tanh neurons)
 * @param risk R, with the factor ½
 * @param variance of the neurons' weight (each coordinate)
 * @param freeEnergy F = R + (λ/2)⟨|θ|²⟩ + τ ⟨ln ρ⟩; without the last term at τ = 0
 */
public record NeuronState(double time, double[] outputs, double risk, double variance, double freeEnergy) {}
