/**
 * Which of `offers` the caller likes best, undefined when none: the highest quality, then the most
 * precise word for it, then the first.
 * @source werkzeug/datastructures/accept.py `MIMEAccept.best_match`
 */
export function bestMatch<Offer extends string>(
	accept: string,
	offers: readonly Offer[]
): Offer | undefined {
	const wishes = accept
		.split(',')
		.map(readWish)
		.filter(({ type }) => type.includes('/'))
		.sort((a, b) => b.precision - a.precision || b.quality - a.quality);
	let best: { offer: Offer; quality: number; precision: number } | undefined;
	for (const offer of offers) {
		const wish = wishes.find(({ type }) => fits(type, offer));
		if (!wish || wish.quality <= 0) continue;
		const isBetter =
			!best ||
			wish.quality > best.quality ||
			(wish.quality === best.quality && wish.precision > best.precision);
		if (isBetter) best = { offer, quality: wish.quality, precision: wish.precision };
	}
	return best?.offer;
}

function readWish(text: string) {
	const [type = '', ...params] = text.split(';').map((part) => part.trim().toLowerCase());
	const written = params.find((param) => param.startsWith('q='))?.slice(2);
	const quality = written === undefined ? 1 : Number(written);
	const precision = type.split('/').filter((part) => part !== '*').length;
	return { type, precision, quality: Number.isFinite(quality) ? quality : 0 };
}

const fits = (wish: string, offer: string) =>
	wish === '*/*' || wish === offer || wish === `${offer.split('/')[0]}/*`;
