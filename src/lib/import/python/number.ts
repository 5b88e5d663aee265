/**
 * A number of Python as JSON has it: integers keep every digit, a float is written as `repr` writes it.
 * @source Python Language Reference, 2.4.5 "Integer literals"; CPython Python/pystrtod.c, format_float_short 'r'
 */
export function pyNumber(literal: string): string {
	const text = literal.replaceAll('_', '').toLowerCase();
	if (/^0[xob]/.test(text)) return BigInt(text).toString();
	if (/^\d+$/.test(text)) return text.replace(/^0+(?=\d)/, '');
	return pyFloat(Number(text));
}

/** `repr` of a float. */
export function pyFloat(value: number): string {
	if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : 'NaN';
	const [mantissa = '', exponent = ''] = value.toExponential().split('e');
	const power = Number(exponent);
	if (power < -4 || power >= 16) {
		const sign = power < 0 ? '-' : '+';
		return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
	}
	const digits = mantissa.replace('.', '');
	if (power < 0) return `0.${'0'.repeat(-power - 1)}${digits}`;
	const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
	return `${whole}.${digits.slice(power + 1) || '0'}`;
}
