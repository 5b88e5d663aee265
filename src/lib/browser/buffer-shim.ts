// The reference parser asks `Buffer.isBuffer` of every document, also where Node's Buffer does not exist.
// Nothing here is one: documents come in as objects.
const scope = globalThis as { Buffer?: unknown };
scope.Buffer ??= { isBuffer: () => false };
