"""Models: what people edit, and the frozen arrays that solvers see."""
