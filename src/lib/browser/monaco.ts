import loader, { type Monaco as LoaderMonaco } from '@monaco-editor/loader';
import { EditorWorker, jsonDefaults, JsonWorker, monaco } from './monaco-parts.ts';

export type EditorLanguage = 'json' | 'python' | 'shell' | 'plaintext';
export type EditorTheme = 'light' | 'dark';

export interface EditorOptions {
	text: string;
	language: EditorLanguage;
	readOnly?: boolean;
	/** Unique per editor; names its model, and binds its JSON schema to it. */
	uri: string;
	/** JSON Schema that the text is checked against and completed from. */
	schema?: unknown;
	theme: EditorTheme;
	/** Accessible name. */
	label: string;
}

/** An open editor. Tab indents; Ctrl+M (⌃⇧M on a Mac) makes Tab leave the editor instead. */
export interface EditorHandle {
	text(): string;
	setText(text: string): void;
	onChange(tell: (text: string) => void): void;
	/** Ctrl-Enter, ⌘-Enter on a Mac. */
	onSubmit(tell: () => void): void;
	setTheme(theme: EditorTheme): void;
	setSchema(schema: unknown): void;
	focus(): void;
	/** Puts the caret at the start of a line, counted from 1, and the focus with it. */
	goTo(line: number): void;
	layout(): void;
	dispose(): void;
}

/** Above this a read-only text is shown uncoloured: colouring it would hold the page up. */
const COLOURED_CHARACTERS = 1_000_000;

const schemas = new Map<string, unknown>();

/** Opens an editor in `container`, which must have a size. Text is never sent anywhere. */
export async function openEditor(
	container: HTMLElement,
	options: EditorOptions
): Promise<EditorHandle> {
	prepare();
	await loader.init();
	const { text, readOnly = false, label } = options;
	const isPlain = readOnly && text.length > COLOURED_CHARACTERS;
	const uri = monaco.Uri.parse(`inmemory://windsock/${encodeURIComponent(options.uri)}`);
	monaco.editor.getModel(uri)?.dispose();
	const model = monaco.editor.createModel(text, isPlain ? 'plaintext' : options.language, uri);
	setSchema(options.schema);

	monaco.editor.defineTheme(DARK, LIGHTER_COMMENTS);
	monaco.editor.setTheme(themeName(options.theme));
	const editor = monaco.editor.create(container, {
		model,
		readOnly,
		// A read-only editor still takes focus, so that it can be scrolled and copied by keyboard.
		domReadOnly: readOnly,
		// Nothing to indent there: Tab goes on to what follows.
		tabFocusMode: readOnly,
		ariaLabel: label,
		automaticLayout: true,
		minimap: { enabled: false },
		fontFamily: fontOf(container),
		fontSize: 13,
		lineHeight: 1.6,
		fontLigatures: false,
		tabSize: options.language === 'python' ? 4 : 2,
		insertSpaces: true,
		detectIndentation: false,
		scrollBeyondLastLine: false,
		// The number of the last, empty line is to be read as well as the others.
		renderFinalNewline: 'on',
		scrollbar: { alwaysConsumeMouseWheel: false },
		wordWrap: readOnly ? 'on' : 'off',
		largeFileOptimizations: true,
		fixedOverflowWidgets: true,
		renderLineHighlight: readOnly ? 'none' : 'line',
		overviewRulerLanes: 0,
		contextmenu: true,
		quickSuggestions: options.language === 'json',
		bracketPairColorization: { enabled: false },
		padding: { top: 8, bottom: 8 }
	});

	function setSchema(schema: unknown) {
		if (schema === undefined) schemas.delete(model.uri.toString());
		else schemas.set(model.uri.toString(), schema);
		applySchemas();
	}

	return {
		text: () => model.getValue(),
		setText(next) {
			if (next === model.getValue()) return;
			if (readOnly) return model.setValue(next);
			// As an edit, so that undo brings back what was typed.
			model.pushEditOperations([], [{ range: model.getFullModelRange(), text: next }], () => null);
		},
		onChange: (tell) => void model.onDidChangeContent(() => tell(model.getValue())),
		onSubmit: (tell) =>
			// An action, not addCommand: commands go to the last editor made, whichever has focus.
			void editor.addAction({
				id: 'windsock.submit',
				label: 'Send',
				keybindings: [monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter],
				run: tell
			}),
		setTheme: (theme) => monaco.editor.setTheme(themeName(theme)),
		setSchema,
		focus: () => editor.focus(),
		goTo(line) {
			const lineNumber = Math.min(line, model.getLineCount());
			const column = model.getLineFirstNonWhitespaceColumn(lineNumber) || 1;
			editor.setPosition({ lineNumber, column });
			editor.revealLineInCenterIfOutsideViewport(lineNumber);
			editor.focus();
		},
		layout: () => editor.layout(),
		dispose() {
			setSchema(undefined);
			editor.dispose();
			model.dispose();
		}
	};
}

let isPrepared = false;

function prepare() {
	if (isPrepared) return;
	isPrepared = true;
	self.MonacoEnvironment = {
		getWorker: (_id, language) => (language === 'json' ? new JsonWorker() : new EditorWorker())
	};
	// The loader is written for the whole of Monaco; what it is given here is all the lab uses.
	loader.config({ monaco: monaco as unknown as LoaderMonaco });
}

/** Monaco knows one list of schemas for all editors; each is bound to its own model's address. */
function applySchemas() {
	jsonDefaults.setDiagnosticsOptions({
		validate: true,
		allowComments: false,
		// Never fetch what a schema points to.
		enableSchemaRequest: false,
		schemas: [...schemas].map(([uri, schema]) => ({
			uri: `${uri}.schema.json`,
			fileMatch: [uri],
			schema
		}))
	});
}

const DARK = 'windsock-dark';
/** Monaco's own comments are too dim to read on its dark ground (contrast 4.2). */
const LIGHTER_COMMENTS = {
	base: 'vs-dark' as const,
	inherit: true,
	rules: [{ token: 'comment', foreground: '8FBF7F' }],
	colors: {}
};

const themeName = (theme: EditorTheme) => (theme === 'dark' ? DARK : 'vs');

/** The page's own monospaced font; Monaco measures it, so it must be a list of names. */
function fontOf(container: HTMLElement): string {
	const named = getComputedStyle(container).getPropertyValue('--mono').trim();
	return named || 'ui-monospace, monospace';
}
