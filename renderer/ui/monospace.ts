/** For what is read and typed character by character. */
export const monospace = 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace'
