// Monaco with three languages. Loaded on demand only.
// All features, not a chosen few: the JSON mode loads the rest by itself when it starts, after the editor's
// services were made, and every editor opened from then on fails with `depends on UNKNOWN service`.
import 'monaco-editor/features/register.all';
import 'monaco-editor/languages/definitions/python/register';
import 'monaco-editor/languages/definitions/shell/register';

export * as monaco from 'monaco-editor/editor';
export { jsonDefaults } from 'monaco-editor/languages/features/json/register';
export { default as EditorWorker } from 'monaco-editor/editor/editor.worker?worker';
export { default as JsonWorker } from 'monaco-editor/language/json/json.worker?worker';
