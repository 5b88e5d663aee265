/** What a key does in the prompt; `escape` alone leaves the browser's own deed to it. */
export type PromptDeed =
	'enter' | 'interrupt' | 'clear' | 'escape' | 'complete' | 'next' | 'previous' | 'older' | 'newer';

export interface PromptState {
	value: string;
	caret: number;
	isSelecting: boolean;
	/** Candidates are shown. */
	isOpen: boolean;
	/** After Escape, Tab leaves the field. */
	isLeaving: boolean;
	/** An older entry is in the field. */
	isWalking: boolean;
}

/** Undefined = the key writes, or moves about, as everywhere. */
export function deedOf(
	{ key, ctrlKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey'>,
	{ value, caret, isSelecting, isOpen, isLeaving, isWalking }: PromptState
): PromptDeed | undefined {
	switch (key) {
		case 'Enter':
			return shiftKey ? undefined : 'enter';
		case 'c':
			return ctrlKey && !isSelecting ? 'interrupt' : undefined;
		case 'l':
			return ctrlKey ? 'clear' : undefined;
		case 'Escape':
			return 'escape';
		case 'Tab':
			if (shiftKey || isLeaving || isSelecting || value.trim() === '') return undefined;
			return isOpen ? 'next' : 'complete';
		case 'ArrowUp':
			if (isOpen) return 'previous';
			return value.slice(0, caret).includes('\n') ? undefined : 'older';
		case 'ArrowDown':
			if (isOpen) return 'next';
			return isWalking && !value.slice(caret).includes('\n') ? 'newer' : undefined;
		default:
			return undefined;
	}
}
