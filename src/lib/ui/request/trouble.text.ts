import type { InBoth } from '#lib/course/lesson.ts';

/** Why no answer came, and what to do next; ids from the browser's diagnosis. */
export const troubleText = {
	cors: {
		title: {
			ru: 'Сервер {origin} отвечает, но не разрешает этой странице читать ответ (CORS)',
			en: 'The server {origin} answers, but does not let this page read the answer (CORS)'
		},
		next: {
			ru: 'Добавьте в airflow.cfg все три ключа и перезапустите сервер API (в 2.x — webserver). Одного access_control_allow_origins мало: без methods и headers браузер остановится на предварительном запросе.',
			en: 'Put all three keys into airflow.cfg and restart the API server (the webserver in 2.x). Origins alone are not enough: without methods and headers the browser stops at the preflight.'
		}
	},
	'simulated-break': {
		title: {
			ru: 'Соединение с симулятором оборвалось: так задано в пультовой',
			en: 'The connection to the simulator broke: the control room says so'
		},
		next: {
			ru: 'Так выглядит обрыв по дороге к настоящему Airflow: ответа нет и неизвестно, выполнен ли запрос. Проверьте состояние запросом GET и только потом повторяйте. Поломку можно убрать в пультовой; её же даёт airflow.cfg, с которым сервер не поднимается.',
			en: 'This is what a break on the way to a real Airflow looks like: no answer, and no knowing whether the request was carried out. Look with a GET before you repeat it. The control room takes the fault away; an airflow.cfg that keeps the server from starting does the same.'
		}
	},
	'mixed-content': {
		title: {
			ru: 'Страница открыта по https, а сервер — по http: браузер такой запрос не пропускает',
			en: 'This page came over https and the server is http: the browser blocks that'
		},
		next: {
			ru: 'Откройте лабораторию по http (npm start на своей машине), либо поставьте Airflow за https. Исключение браузеры делают только для localhost.',
			en: 'Open the lab over http (npm start on your machine), or put Airflow behind https. Browsers make an exception for localhost only.'
		}
	},
	'local-network': {
		title: {
			ru: 'Браузер не дал сайту доступ к локальной сети',
			en: 'The browser did not let this site reach your local network'
		},
		next: {
			ru: 'Нажмите на значок слева от адреса страницы и разрешите доступ к локальной сети (Local network access), потом отправьте снова. Или запустите лабораторию у себя: npm start.',
			en: 'Click the icon left of the page address, allow local network access, and send again. Or run the lab on your machine: npm start.'
		}
	},
	'server-down-or-wrong-port': {
		title: {
			ru: 'По адресу {origin} никто не отвечает',
			en: 'Nothing answers at {origin}'
		},
		next: {
			ru: 'Проверьте, что Airflow запущен и порт верный (обычно 8080): откройте этот адрес в соседней вкладке. Если там он открывается, проверьте имя сервера и VPN.',
			en: 'Check that Airflow is running and the port is right (usually 8080): open the address in another tab. If it opens there, check the host name and your VPN.'
		}
	},
	offline: {
		title: { ru: 'Нет сети', en: 'You are offline' },
		next: {
			ru: 'Симулятор работает и без сети, а до своего сервера сейчас не достать. Подключитесь и отправьте снова.',
			en: 'The simulator works offline, but your own server is out of reach. Connect and send again.'
		}
	},
	'bad-url': {
		title: { ru: 'Адрес запроса не разобрать', en: 'The request’s address cannot be read' },
		next: {
			ru: 'Проверьте адрес сервера: нужен http:// или https://, имя и порт.',
			en: 'Check the server address: it takes http:// or https://, a host and a port.'
		}
	},
	'bad-header': {
		title: {
			ru: 'Заголовок «{name}» нельзя передать по HTTP',
			en: 'HTTP cannot carry the header “{name}”'
		},
		next: {
			ru: 'В имени и значении заголовка не бывает переносов строк, эмодзи и кириллицы. Исправьте значение: запрос не отправлен.',
			en: 'A header’s name and value hold no line breaks, emoji or Cyrillic. Mend the value: nothing was sent.'
		}
	},
	aborted: {
		title: { ru: 'Запрос отменён', en: 'The request was cancelled' },
		next: {
			ru: 'Сервер мог его уже выполнить: для изменяющих запросов проверьте состояние через GET.',
			en: 'The server may have carried it out already: after a changing request, check the state with a GET.'
		}
	},
	timeout: {
		title: { ru: 'Сервер не ответил вовремя', en: 'The server did not answer in time' },
		next: {
			ru: 'Проверьте нагрузку и журнал сервера. Запрос мог выполниться: проверьте состояние через GET, прежде чем повторять.',
			en: 'Check the server’s load and log. The request may have been carried out: check with a GET before you repeat it.'
		}
	},
	unknown: {
		title: {
			ru: 'Ответа нет, и причину узнать не удалось',
			en: 'No answer, and no way to tell why'
		},
		next: {
			ru: 'Откройте инструменты разработчика (F12), вкладку Console: там браузер пишет причину, которую не показывает странице. Потом отправьте снова.',
			en: 'Open the developer tools (F12), Console tab: the browser writes there what it hides from the page. Then send again.'
		}
	}
} satisfies Record<string, { title: InBoth; next: InBoth }> as Record<
	string,
	{ title: InBoth; next: InBoth }
> & { unknown: { title: InBoth; next: InBoth } };
