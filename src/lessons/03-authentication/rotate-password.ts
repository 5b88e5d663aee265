import { known, type CheckInput, type Exercise, type RequestStep } from '#lib/course/lesson.ts';
import { basic, wouldAnswer } from '#lib/course/set-up.ts';

const NEW = 'Not-in-the-repository-9';
const PATCH = 'PATCH /users/{username}';

const change = (
	username: string,
	more: Record<string, unknown> = {},
	mask?: string
): RequestStep => ({
	operation: PATCH,
	path: { username },
	...(mask === undefined ? {} : { query: { update_mask: mask } }),
	body: {
		username,
		email: `${username}@example.org`,
		first_name: username,
		last_name: 'Course',
		password: NEW,
		...more
	}
});
const look: RequestStep = {
	operation: 'GET /pools',
	as: { name: 'op', password: NEW }
};

export const rotatePassword: Exercise = {
	id: 'auth.rotate-password',
	world: 'auth-leak',
	scenario: 'course',
	tools: ['caller'],
	api: 'v1',
	title: {
		ru: 'Пароль попал в репозиторий: смените его',
		en: 'A password got into the repository: change it'
	},
	task: {
		ru: 'Скрипт с паролем op:op оказался в общем репозитории. Смените пароль пользователя op, ничего другого в нём не меняя, и покажите, что с новым паролем он читает пулы, а со старым уже не входит.',
		en: 'A script with op:op ended up in a shared repository. Change the password of the user op and nothing else about that user, then show that the new one reads the pools and the old one no longer gets in.'
	},
	hints: [
		{
			ru: 'Удалить строку из файла мало: она осталась в истории. Старый пароль должен перестать действовать на сервере.',
			en: 'Taking the line out of the file is not enough: history keeps it. The old password must stop working on the server.'
		},
		{
			ru: 'PATCH /users/op требует username, email, first_name и last_name даже ради одного пароля. Что записать, покажет GET /users/op; update_mask=password оставит остальное в покое.',
			en: 'PATCH /users/op wants username, email, first_name and last_name even for the password alone. GET /users/op shows what to write; update_mask=password leaves the rest alone.'
		},
		{
			ru: 'PATCH /users/op?update_mask=password с телом {"username": "op", "email": "op@example.org", "first_name": "op", "last_name": "Course", "password": "…"}; затем GET /pools от имени op с новым паролем.',
			en: 'PATCH /users/op?update_mask=password with {"username": "op", "email": "op@example.org", "first_name": "op", "last_name": "Course", "password": "…"}; then GET /pools as op with the new password.'
		}
	],
	kind: 'open',
	start: { operation: 'GET /users/{username}' },
	checks: [
		{
			says: {
				ru: 'op:op больше не входит',
				en: 'op:op no longer gets in'
			},
			passes: ({ world }) => wouldAnswer(world, 'GET', '/api/v1/pools', basic('op')) !== 200
		},
		{
			says: {
				ru: 'пользователь op на месте, с ролью Op и прежним адресом',
				en: 'the user op is there, with the role Op and the same address'
			},
			passes: ({ world }) => isOp({ world }) && world.users.get('op')?.active !== false
		},
		{
			says: {
				ru: 'op прочитал пулы с новым паролем',
				en: 'op read the pools with the new password'
			},
			passes: readPools
		}
	],
	solution: [change('op', {}, 'password'), look],
	wrong: [
		{
			name: 'user-deleted',
			steps: [{ operation: 'DELETE /users/{username}', path: { username: 'op' } }],
			says: {
				ru: 'Пользователь удалён вместе с паролем: всё, что ходило от его имени, встало. Начните заново и смените пароль через PATCH.',
				en: 'The user is gone with the password: everything that came in that name has stopped. Start over and change the password with PATCH.'
			},
			matches: ({ world }) => !world.users.has('op')
		},
		{
			name: 'roles-lost',
			steps: [change('op', { roles: [{ name: 'Viewer' }] }), look],
			says: {
				ru: 'Пароль новый, но вместе с ним изменилась роль или адрес: без update_mask меняется всё, что есть в теле. Верните роль Op.',
				en: 'The password is new, and with it the role or the address changed: without update_mask everything in the body counts. Give the role Op back.'
			},
			matches: (input) => !isOp(input)
		},
		{
			name: 'of-somebody-else',
			steps: [change('user', {}, 'password')],
			says: {
				ru: 'Сменён пароль не того пользователя, а op:op всё ещё входит. Имя стоит в пути: /users/op.',
				en: 'That was another user’s password; op:op still gets in. The name stands in the path: /users/op.'
			},
			matches: ({ world }) =>
				['admin', 'user', 'viewer'].some((name) => world.users.get(name)?.password !== name)
		},
		{
			name: 'old-one-tried',
			steps: [change('op', {}, 'password'), { operation: 'GET /pools', as: known('op') }],
			says: {
				ru: 'Старый пароль уже не действует, это верно. Покажите и обратное: GET /pools от имени op с новым.',
				en: 'Right, the old password no longer works. Now show the other half: GET /pools as op with the new one.'
			},
			matches: ({ world }) => world.users.get('op')?.password !== 'op'
		}
	]
};

function isOp({ world }: CheckInput): boolean {
	const op = world.users.get('op');
	return (
		op !== undefined &&
		(op.roles ?? ['Op']).join() === 'Op' &&
		op.role === 'op' &&
		(op.email ?? 'op@example.org') === 'op@example.org'
	);
}

/** As op, and later than the change. */
function readPools({ world }: CheckInput): boolean {
	const changed = world.journal.findIndex(
		({ operation, status, params }) =>
			operation === PATCH && status === 200 && params.username === 'op'
	);
	return (
		changed >= 0 &&
		world.journal.slice(changed).some(({ operation, user, status }) => {
			return operation === 'GET /pools' && user === 'op' && status === 200;
		})
	);
}
