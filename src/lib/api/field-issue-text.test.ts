import { describe, expect, it } from 'vitest';
import { fieldIssueText } from './field-issue-text.ts';

const issue = (code: string, params?: Record<string, string | number>) => ({
	path: 'name',
	code,
	message: 'as thrown',
	...(params && { params })
});

describe('words for a field', () => {
	it('name the limit in both languages', () => {
		expect(fieldIssueText(issue('too-long', { limit: 120 }), 'en')).toBe('At most 120 characters.');
		expect(fieldIssueText(issue('too-long', { maximum: 120 }), 'zh-CN')).toBe('最多 120 个字符。');
		expect(fieldIssueText(issue('too-short', { minimum: 10 }), 'zh-CN')).toBe('至少 10 个字符。');
	});

	it('never show a value that is not there', () => {
		expect(fieldIssueText(issue('too-long'), 'zh-CN')).toBe('as thrown');
		expect(fieldIssueText(issue('choice'), 'en')).toBe('as thrown');
	});

	it('leave an unknown code to its thrower', () => {
		expect(fieldIssueText(issue('half-moon'), 'zh-CN')).toBe('as thrown');
	});

	it('say more than “not allowed” where the schema did', () => {
		expect(fieldIssueText(issue('not-allowed'), 'en')).toBe('as thrown');
		expect(fieldIssueText(issue('not-allowed'), 'zh-CN')).toBe('此处不允许这个值。');
	});
});
