export const text = {
	title: { ru: 'Что пройдено', en: 'What was done' },
	course: {
		ru: 'Модуль 14. REST API и CLI Apache Airflow',
		en: 'Module 14. REST API and CLI of Apache Airflow'
	},
	name: { ru: 'Имя', en: 'Name' },
	of: { ru: 'Уроков пройдено: {done} из {all}.', en: 'Lessons done: {done} of {all}.' },
	from: { ru: 'С {first} по {last}', en: 'From {first} to {last}' },
	solved: { ru: 'выполнено упражнений: {n} из {all}', en: '{n} of {all} exercises solved' },
	marked: { ru: 'отмечен самим учащимся', en: 'marked by the learner' },
	none: {
		ru: 'Пока ничего не пройдено. Начните с первого урока.',
		en: 'Nothing is done yet. Begin with the first lesson.'
	},
	honest: {
		ru: 'Записано в браузере учащегося по тому, что показали проверки упражнений; никем не заверено.',
		en: 'Written down in the learner’s browser from what the exercises’ checks showed; certified by nobody.'
	},
	print: { ru: 'Напечатать', en: 'Print' },
	back: { ru: 'Все уроки', en: 'All lessons' }
};
