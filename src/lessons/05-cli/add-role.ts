import type { CheckInput, Exercise, RequestStep } from '#lib/course/lesson.ts';

const PATCH = 'PATCH /users/{username}';
const USER = 'viewer';

const patch = (
	roles: string[],
	{ user = USER, mask = 'roles' }: { user?: string; mask?: string } = {}
): RequestStep => ({
	operation: PATCH,
	path: { username: user },
	query: { update_mask: mask },
	body: {
		username: user,
		email: `${user}@example.org`,
		first_name: user,
		last_name: 'Course',
		roles: roles.map((name) => ({ name }))
	}
});

export const addRole: Exercise = {
	id: 'cli.add-role',
	world: 'cli-add-role',
	scenario: 'course',
	api: 'v1',
	kind: 'free',
	programs: { airflow: ['airflow users add-role --username viewer --role User'] },
	title: {
		ru: 'Добавить роль, а не заменить',
		en: 'Add a role, do not replace one'
	},
	task: {
		ru: 'Коллега на дежурстве набрал бы «airflow users add-role --username viewer --role User»: viewer остаётся в своей роли и получает ещё одну. Сделайте то же через API. Имя, почта и остальные пользователи — как были.',
		en: 'A colleague on duty would type “airflow users add-role --username viewer --role User”: viewer keeps the role there is and gets another. Do the same by the API. Name, e-mail and the other users stay as they are.'
	},
	hints: [
		{
			ru: 'Команды add-role в API нет: есть правка пользователя. Сначала посмотрите его целиком: GET /users/viewer.',
			en: 'The API has no add-role, only a change of the user. First look at the whole of it: GET /users/viewer.'
		},
		{
			ru: 'roles в теле — это весь список, а не добавка. Остальные поля в теле обязательны даже с update_mask=roles.',
			en: 'roles in the body is the whole list and not an addition. The other fields must be in the body even with update_mask=roles.'
		},
		{
			ru: 'PATCH /api/v1/users/viewer?update_mask=roles; в теле username, email, first_name и last_name из ответа GET и "roles": [{"name": "Viewer"}, {"name": "User"}].',
			en: 'PATCH /api/v1/users/viewer?update_mask=roles; in the body username, email, first_name and last_name from the GET, and "roles": [{"name": "Viewer"}, {"name": "User"}].'
		}
	],
	start: { operation: 'GET /users/{username}' },
	checks: [
		{
			says: { ru: 'у viewer есть роль User', en: 'viewer has the role User' },
			passes: (input) => rolesOf(input).includes('User')
		},
		{
			says: {
				ru: 'роль Viewer при этом осталась, и лишних нет',
				en: 'the role Viewer is still there, and none too many'
			},
			passes: (input) => [...rolesOf(input)].sort().join() === 'User,Viewer'
		},
		{
			says: {
				ru: 'пользователей по-прежнему четверо, и роли остальных прежние',
				en: 'there are still four users, and the others have the roles they had'
			},
			passes: (input) => areOthersSame(input)
		}
	],
	solution: [patch(['Viewer', 'User'])],
	reasons: {
		ru: 'PATCH заменяет список целиком, поэтому «добавить» — это прочитать, дописать и отправить. Между чтением и записью список может поменять кто-то другой; у команды этого зазора почти нет.',
		en: 'PATCH replaces the whole list, so “add” is read, append and send. In between somebody else may change the list; for the command there is next to no such gap.'
	},
	wrong: [
		{
			name: 'replaced',
			steps: [patch(['User'])],
			says: {
				ru: 'Роль User есть, а Viewer пропала: список в теле заменил прежний. Пошлите обе.',
				en: 'The role User is there and Viewer is gone: the list in the body replaced the old one. Send both.'
			},
			matches: (input) => rolesOf(input).join() === 'User'
		},
		{
			name: 'too-much',
			steps: [patch(['Viewer', 'Admin'])],
			says: {
				ru: 'Выдано больше, чем просили: Op и Admin видят соединения и пароли к ним. Нужна User.',
				en: 'That is more than was asked for: Op and Admin see the connections with all they hold. It is to be User.'
			},
			matches: (input) => rolesOf(input).some((name) => name === 'Admin' || name === 'Op')
		},
		{
			name: 'another-user',
			steps: [patch(['User', 'Viewer'], { user: 'user' })],
			says: {
				ru: 'Роли поменялись не у того: viewer — имя пользователя, а не роль. Верните пользователю user одну роль User.',
				en: 'That is the wrong one: viewer is the name of the user here, not a role. Give the user named user back the one role User.'
			},
			matches: (input) => !areOthersSame(input)
		}
	]
};

const rolesOf = ({ world }: CheckInput, name = USER): readonly string[] => {
	const user = world.users.get(name);
	return user?.roles ?? (user ? [capital(user.role)] : []);
};

const areOthersSame = (input: CheckInput) =>
	input.world.users.size === 4 &&
	['admin', 'op', 'user'].every((name) => rolesOf(input, name).join() === capital(name));

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
