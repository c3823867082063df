// Chinese cut into words, by the dictionary that comes with Node's Unicode data.

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

export function cutChinese(run: string): string[] {
	return Array.from(segmenter.segment(run), ({ segment }) => segment);
}
