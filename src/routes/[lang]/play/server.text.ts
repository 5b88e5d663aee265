export const text = {
	target: { ru: 'Куда отправлять', en: 'Where to send' },
	simulator: { ru: 'Симулятор {version} · {api}', en: 'Simulator {version} · {api}' },
	own: { ru: 'Мой Airflow', en: 'My Airflow' },
	as: { ru: 'от имени', en: 'as' },
	anonymous: { ru: 'никто (без входа)', en: 'nobody (no login)' },
	baseUrl: { ru: 'Адрес сервера', en: 'Server address' },
	baseUrlNote: {
		ru: 'Без /api/…: например http://localhost:8080. Пароль и токен привязаны к этому адресу и никуда больше не уходят.',
		en: 'Without /api/…: for example http://localhost:8080. The password and token belong to this address and go nowhere else.'
	},
	badAddress: {
		ru: 'Это не адрес. Нужен http:// или https://, имя сервера и порт, без логина и пароля внутри.',
		en: 'This is not an address. It takes http:// or https://, a host and a port, with no user name or password in it.'
	},
	api: { ru: 'Версия', en: 'Version' },
	auth: { ru: 'Вход', en: 'Login' },
	bearer: { ru: 'Токен (Bearer)', en: 'Token (Bearer)' },
	basic: { ru: 'Логин и пароль (Basic)', en: 'User and password (Basic)' },
	noAuth: { ru: 'Без входа', en: 'None' },
	username: { ru: 'Логин', en: 'User name' },
	password: { ru: 'Пароль', en: 'Password' },
	token: { ru: 'Токен', en: 'Token' },
	tokenNote: {
		ru: 'Вставьте токен сами или получите его кнопкой «Войти»: она вызовет POST /auth/token.',
		en: 'Paste a token, or get one with “Log in”, which calls POST /auth/token.'
	},
	logIn: { ru: 'Войти', en: 'Log in' },
	loggingIn: { ru: 'Входим…', en: 'Logging in…' },
	loggedIn: { ru: 'Вход выполнен, токен получен.', en: 'Logged in; the token is here.' },
	loginRefused: {
		ru: 'Сервер не впустил (код {status}):',
		en: 'The server refused (status {status}):'
	},
	loginNoAnswer: {
		ru: 'Ответа нет. Отправьте любой запрос ниже: там будет видно, в чём дело.',
		en: 'No answer. Send any request below: it will show what is wrong.'
	},
	expires: { ru: 'Токен действует до {time}.', en: 'The token is good until {time}.' },
	expired: {
		ru: 'Токен истёк {time}. Войдите снова.',
		en: 'The token expired on {time}. Log in again.'
	},
	keep: {
		ru: 'Запомнить в этом браузере (иначе забудется вместе со вкладкой)',
		en: 'Keep in this browser (otherwise forgotten with this tab)'
	}
};
