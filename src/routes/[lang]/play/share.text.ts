export const text = {
	share: { ru: 'Поделиться', en: 'Share' },
	title: { ru: 'Ссылка на этот запрос', en: 'A link to this request' },
	close: { ru: 'Закрыть', en: 'Close' },
	open: { ru: 'Открыть в Windsock', en: 'Open in Windsock' },
	says: {
		ru: 'Запрос целиком лежит в самой ссылке, после #: ни один сервер его не увидит. Адрес вашего Airflow и секреты в неё не попадают. Открывший видит заполненный запрос и отправляет его сам.',
		en: 'The whole request is in the link itself, behind the #, where no server sees it. Your Airflow’s address and your secrets stay out. Whoever opens it sees the filled request and sends it themselves.'
	},
	secrets: {
		ru: 'Вместо секретов в ссылке останутся пустые места: {names}. Открывший впишет своё.',
		en: 'Secrets are left as blanks in the link: {names}. Whoever opens it fills in their own.'
	},
	note: { ru: 'Пояснение для того, кто откроет', en: 'A note to whoever opens it' },
	scenario: { ru: 'Какой мир нужен запросу', en: 'The world that the request needs' },
	anyScenario: { ru: 'любой', en: 'any' },
	withCode: { ru: 'Показать тот же язык кода', en: 'Show the same language of code' },
	link: { ru: 'Ссылка', en: 'Link' },
	badge: { ru: 'Значок для Markdown', en: 'Markdown badge' },
	frame: { ru: 'Рамка для учебной платформы', en: 'Frame for a learning platform' },
	length: { ru: 'Знаков в ссылке: {length}.', en: '{length} characters in the link.' },
	qr: { ru: 'QR-код ссылки', en: 'QR code of the link' },
	noQr: {
		ru: 'Для QR-кода ссылка слишком длинная.',
		en: 'The link is too long for a QR code.'
	},
	noteSays: { ru: 'Пояснение из ссылки', en: 'A note that came with the link' },
	wantsScenario: {
		ru: 'Запрос рассчитан на мир «{scenario}». Сейчас у вас другой.',
		en: 'The request is meant for the world “{scenario}”. Yours is another one.'
	},
	useScenario: {
		ru: 'Начать этот мир (прежний сотрётся)',
		en: 'Start that world (yours is erased)'
	},
	blanks: {
		ru: 'Из ссылки убраны секреты. Впишите свои:',
		en: 'The link came without its secrets. Fill in your own:'
	}
} as const;
