import type { Session } from '#lib/simulator/cli/airflow-core/session.ts';

export interface Exported {
	text: string;
	count: number;
	what: 'Variables' | 'Connections';
	/** Airflow 2 closes the file first, and so its own standard output. */
	isClosed?: boolean;
}

/** Writes an export, `-` to standard output, and says so. @source airflow/cli/utils.py `print_export_output` */
export function finishExport(session: Session, file: string, exported: Exported): void {
	const { text, count, what, isClosed = false } = exported;
	if (file === '-') {
		session.stdout += text;
		if (isClosed && session.line === '2')
			session.crash('ValueError', 'I/O operation on closed file.');
		session.stderr += `\n${count} ${what} successfully exported.\n`;
		return;
	}
	session.write(file, text);
	session.print(`${count} ${what} successfully exported to ${file}.`);
}
