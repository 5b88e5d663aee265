/** Sentences of the target that writes a DAG; `warnings.ts` adds them to its own. */
export const dagWarningTexts: Readonly<Record<string, { ru: string; en: string }>> = {
	'dag-same-airflow': {
		ru: 'Оператор запускает DAG того же Airflow, в котором работает сам: адрес сервера и вход ему не нужны.',
		en: 'The operator starts a DAG of the very Airflow that it runs in: it needs neither the server’s address nor a login.'
	},
	'dag-loses': {
		ru: 'Оператор не передаёт: {names}.',
		en: 'The operator does not carry: {names}.'
	},
	'dag-newer-provider': {
		ru: '{names}: такие параметры есть только у нового apache-airflow-providers-standard (проверено на 1.19).',
		en: '{names}: only a recent apache-airflow-providers-standard takes these (tried with 1.19).'
	},
	'dag-templates': {
		ru: 'В тексте есть то, что Airflow принял бы за шаблон Jinja или перенос строки; оно записано как {{ … }}, чтобы дойти без изменений.',
		en: 'The text holds what Airflow would take for a Jinja template or a line break; it is written as {{ … }} to arrive unchanged.'
	},
	'dag-connection': {
		ru: 'Нужен пакет apache-airflow-providers-http и подключение {name}: тип http, хост {url}.',
		en: 'This needs apache-airflow-providers-http and a connection {name}: type http, host {url}.'
	},
	'dag-connection-login': {
		ru: 'Нужен пакет apache-airflow-providers-http и подключение {name}: тип http, хост {url}, логин {login} и его пароль.',
		en: 'This needs apache-airflow-providers-http and a connection {name}: type http, host {url}, login {login} and its password.'
	},
	'dag-connection-token': {
		ru: 'Нужен пакет apache-airflow-providers-http и подключение {name}: тип http, хост {url}, логин пустой, в поле пароля — токен или весь заголовок. Токен живёт недолго: обновляйте его.',
		en: 'This needs apache-airflow-providers-http and a connection {name}: type http, host {url}, no login, and the token, or the whole header, as its password. A token does not live long: renew it.'
	},
	'dag-secret-kept-out': {
		ru: 'В файл DAG секрет не пишем даже по просьбе: ему место в подключении.',
		en: 'A DAG file gets no secret, even when asked: its place is the connection.'
	}
};
