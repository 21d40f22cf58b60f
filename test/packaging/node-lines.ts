/** The lines of Node that the package runs on; the registry carries Node itself. */
export const NODE_LINES = ['20.19', '22', '24', '26'];
