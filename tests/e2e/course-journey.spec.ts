import type { Locator, Page } from '@playwright/test';
import type { Exercise, RequestStep } from '#lib/course/lesson.ts';
import { syllabus } from '#lessons/syllabus.ts';
import { controlled, expect, field, test } from './site.ts';

/** One exercise of each lesson, all kinds among them. */
const WAY = [
	['01-overview', 'overview.moved-script'],
	['02-endpoints', 'endpoints.report-date'],
	['03-authentication', 'auth.three-callers'],
	['04-automation-patterns', 'patterns.declare-state'],
	['05-cli', 'cli.variable-set'],
	['06-programmatic-access', 'programmatic.first-script']
] as const;

const exerciseOf = (id: string): Exercise => {
	const found = syllabus.flatMap(({ exercises }) => exercises).find((one) => one.id === id);
	if (!found) throw new Error(`No such exercise: ${id}`);
	return found;
};

/** How a learner gets to a control and uses it. */
interface Hands {
	reach(target: Locator): Promise<void>;
	/** Replaces what a field or an editor holds. */
	write(target: Locator, text: string): Promise<void>;
	choose(select: Locator, value: string): Promise<void>;
	press(button: Locator): Promise<void>;
}

test('all kinds of exercises have a place on the way', () => {
	const kinds = WAY.map(([, id]) => exerciseOf(id).kind ?? 'free');

	expect(new Set(kinds)).toEqual(new Set(['worked', 'faded', 'free', 'fault', 'open']));
});

test('a learner goes through all six lessons in Russian, with the keyboard alone', async ({
	page,
	site
}) => {
	test.setTimeout(240_000);
	await page.goto(`${site.url}ru/course/`);
	await controlled(page);
	await journey(page, site.url, 'ru', keyboard(page));
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, locale: 'en-GB' });

	test('a learner goes through all six lessons in English', async ({ page, site }) => {
		test.setTimeout(240_000);
		await page.goto(`${site.url}en/course/`);
		await controlled(page);
		await journey(page, site.url, 'en', fingers(page));
	});
});

const WORDS = {
	ru: { send: 'Отправить', answer: 'Ответить', solved: 'решено 1 из' },
	en: { send: 'Send', answer: 'Answer', solved: '1 of' }
};

async function journey(page: Page, siteUrl: string, language: 'ru' | 'en', hands: Hands) {
	for (const [lesson, id] of WAY) {
		const exercise = exerciseOf(id);
		await page.goto(`${siteUrl}${language}/course/${lesson}/#${id}`);
		const lab = page.locator(`[data-exercise="${id}"]`);
		await expect(lab.getByTestId('operation')).toBeVisible();
		for (const step of exercise.solution) {
			if (!('operation' in step)) throw new Error(`${id} needs more than requests`);
			await take(step, page, lab, hands, WORDS[language].send);
		}
		await expect(lab.getByTestId('checks').locator('li.passes')).toHaveCount(
			exercise.checks.length,
			{ timeout: 30_000 }
		);
	}
	await page.goto(`${siteUrl}${language}/course/`);
	await expect(page.getByText(WORDS[language].solved)).toHaveCount(WAY.length);
}

/** Does one step of a solution through the form. */
async function take(step: RequestStep, page: Page, lab: Locator, hands: Hands, send: string) {
	if (step.as !== undefined && step.as !== 'nobody' && 'name' in step.as)
		await hands.choose(lab.locator('select[id$=who]'), step.as.name);
	else if (step.as === 'nobody') await hands.choose(lab.locator('select[id$=who]'), 'none');
	const picker = lab.getByTestId('operation');
	if ((await picker.inputValue()) !== step.operation) await hands.choose(picker, step.operation);
	for (const [name, value] of Object.entries(step.path ?? {})) {
		const input = field(lab, name);
		if ((await input.inputValue()) !== value) await hands.write(input, value);
	}
	if (step.body !== undefined) {
		const editor = lab.locator('.monaco-editor [role=textbox], .monaco-editor textarea').first();
		await expect(editor).toBeAttached();
		await hands.write(editor, JSON.stringify(step.body));
	}
	await hands.press(lab.getByRole('button', { name: send, exact: true }));
	await expect(lab.getByTestId('status')).toContainText(/\d{3}/);
	if (step.thenWaitMs === undefined) return;
	// The learner waits for the run; the simulator's clock goes on.
	const world = exerciseOf((await lab.getAttribute('data-exercise')) ?? '').world;
	await page.evaluate(
		async ([name, ms]) => {
			const root = location.pathname.replace(/(ru|en)\/course\/.*$/, '');
			await fetch(`${root}airflow/${name}/_lab/advance`, {
				method: 'POST',
				body: JSON.stringify({ ms })
			});
		},
		[world, step.thenWaitMs] as const
	);
}

function fingers(page: Page): Hands {
	return {
		reach: (target) => target.scrollIntoViewIfNeeded(),
		async write(target, text) {
			const isEditor =
				(await target.evaluate((element) => element.closest('.monaco-editor'))) !== null;
			if (isEditor)
				await target
					.locator('xpath=ancestor::*[contains(@class,"monaco-editor")][1]')
					.first()
					.click();
			else await target.tap();
			await page.keyboard.press('Control+A');
			await page.keyboard.press('Delete');
			await page.keyboard.type(text);
		},
		choose: async (select, value) => {
			await select.selectOption(value);
		},
		press: (button) => button.tap()
	};
}

function keyboard(page: Page): Hands {
	/** Tab by Tab, as far as it takes; Monaco keeps Tab until it is told not to. */
	async function reach(target: Locator) {
		const where = () =>
			target.evaluate((element) => {
				const active = document.activeElement;
				if (active === element) return 'here';
				if (!active || active === document.body) return 'after';
				const follows = active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
				return follows ? 'after' : 'before';
			});
		for (let presses = 0; presses < 300; presses++) {
			const place = await where();
			if (place === 'here') return;
			const isInEditor = await page.evaluate(
				() =>
					document.activeElement?.closest('.monaco-editor') !== null &&
					document.activeElement?.closest('.monaco-editor') !== undefined
			);
			if (isInEditor) await page.keyboard.press('Control+M');
			await page.keyboard.press(place === 'before' ? 'Shift+Tab' : 'Tab');
		}
		throw new Error('Three hundred presses of Tab did not lead there');
	}
	return {
		reach,
		async write(target, text) {
			await reach(target);
			await page.keyboard.press('Control+A');
			await page.keyboard.press('Delete');
			await page.keyboard.type(text);
		},
		async choose(select, value) {
			await reach(select);
			const values = await select
				.locator('option')
				.evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
			await page.keyboard.press('Home');
			for (let steps = values.indexOf(value); steps > 0; steps--)
				await page.keyboard.press('ArrowDown');
			await expect(select).toHaveValue(value);
		},
		async press(button) {
			await reach(button);
			await page.keyboard.press('Enter');
		}
	};
}
