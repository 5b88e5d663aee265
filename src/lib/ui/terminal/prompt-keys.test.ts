import { expect, test } from 'vitest';
import { deedOf, type PromptDeed, type PromptState } from './prompt-keys.ts';

const LINE: PromptState = {
	value: 'ls -l',
	caret: 5,
	isSelecting: false,
	isOpen: false,
	isLeaving: false,
	isWalking: false
};
const press = (keys: string, state: Partial<PromptState> = {}) =>
	deedOf(
		{
			key: keys.split('+').at(-1) ?? '',
			ctrlKey: keys.startsWith('Ctrl+'),
			shiftKey: keys.startsWith('Shift+')
		},
		{ ...LINE, ...state }
	);

test.each<[string, Partial<PromptState>, PromptDeed | undefined]>([
	['Enter', {}, 'enter'],
	['Shift+Enter', {}, undefined],
	['Ctrl+c', {}, 'interrupt'],
	['Ctrl+c', { isSelecting: true }, undefined],
	['c', {}, undefined],
	['Ctrl+l', {}, 'clear'],
	['Tab', {}, 'complete'],
	['Tab', { isOpen: true }, 'next'],
	['Tab', { isLeaving: true }, undefined],
	['Tab', { value: ' ' }, undefined],
	['Tab', { isSelecting: true }, undefined],
	['Shift+Tab', {}, undefined],
	['Escape', {}, 'escape'],
	['ArrowUp', {}, 'older'],
	['ArrowUp', { isOpen: true }, 'previous'],
	['ArrowUp', { value: 'a\nb', caret: 3 }, undefined],
	['ArrowDown', {}, undefined],
	['ArrowDown', { isOpen: true }, 'next'],
	['ArrowDown', { isWalking: true }, 'newer'],
	['ArrowDown', { isWalking: true, value: 'a\nb', caret: 0 }, undefined]
])('%s in %o is %s', (keys, state, deed) => {
	expect(press(keys, state)).toBe(deed);
});
