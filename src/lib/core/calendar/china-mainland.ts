// Public holidays and make-up workdays (调休) of mainland China as announced, year by year. Source: 国务院办公厅关于2025年
// 部分节假日安排的通知 (国办发明电〔2024〕12号, 12 November 2024) and 国务院办公厅关于2026年部分节假日安排的通知 (4 November 2025,
// as published by Xinhua and politics.gmw.cn). Years that are not announced yet are not guessed: there Mon–Fri holds.

import type { Holiday, MakeUpWorkday } from './working-calendar.ts';

export const announcedYears: readonly number[] = [2025, 2026];

const names = {
	'new-year': { en: 'New Year', 'zh-CN': '元旦' },
	'spring-festival': { en: 'Spring Festival', 'zh-CN': '春节' },
	qingming: { en: 'Qingming Festival', 'zh-CN': '清明节' },
	'labour-day': { en: 'Labour Day', 'zh-CN': '劳动节' },
	'dragon-boat': { en: 'Dragon Boat Festival', 'zh-CN': '端午节' },
	'mid-autumn': { en: 'Mid-Autumn Festival', 'zh-CN': '中秋节' },
	'national-day': { en: 'National Day', 'zh-CN': '国庆节' },
	'national-day-mid-autumn': { en: 'National Day and Mid-Autumn Festival', 'zh-CN': '国庆节、中秋节' }
} as const;

type Feast = keyof typeof names;

/** Feast, first day off, last day off, make-up workdays. */
const announced: readonly (readonly [Feast, string, string, readonly string[]])[] = [
	['new-year', '2025-01-01', '2025-01-01', []],
	['spring-festival', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
	['qingming', '2025-04-04', '2025-04-06', []],
	['labour-day', '2025-05-01', '2025-05-05', ['2025-04-27']],
	['dragon-boat', '2025-05-31', '2025-06-02', []],
	['national-day-mid-autumn', '2025-10-01', '2025-10-08', ['2025-09-28', '2025-10-11']],
	['new-year', '2026-01-01', '2026-01-03', ['2026-01-04']],
	['spring-festival', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
	['qingming', '2026-04-04', '2026-04-06', []],
	['labour-day', '2026-05-01', '2026-05-05', ['2026-05-09']],
	['dragon-boat', '2026-06-19', '2026-06-21', []],
	['mid-autumn', '2026-09-25', '2026-09-27', []],
	['national-day', '2026-10-01', '2026-10-07', ['2026-09-20', '2026-10-10']]
];

export function chinaMainlandHolidays(locale: 'en' | 'zh-CN'): Holiday[] {
	return announced.map(([feast, from, to]) => ({ name: names[feast][locale], from, to }));
}

export function chinaMainlandMakeUpWorkdays(locale: 'en' | 'zh-CN'): MakeUpWorkday[] {
	return announced.flatMap(([feast, , , dates]) =>
		dates.map((date) => ({
			name: locale === 'en' ? `Make-up workday for ${names[feast].en}` : `${names[feast]['zh-CN']}调休上班`,
			date
		}))
	);
}
