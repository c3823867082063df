// Which view shows which kind, and what the server reads for its first paint: one line per kind, loaded when needed.

import type { Component } from 'svelte';
import type { DocumentViewProps, FirstPaint } from '#lib/features/document/document-page.ts';
import type { MakeExchangeWords } from '#lib/features/exchange/exchange-words.ts';
import { firstPaint as meetingNotesFirstPaint } from './meeting-notes/view/first-paint.ts';
import { firstPaint as retrospectiveFirstPaint } from './retrospective/view/first-paint.ts';
import { firstPaint as planFirstPaint } from './plan/view/first-paint.ts';
import { firstPaint as riskBoardFirstPaint } from './risk-board/view/first-paint.ts';

interface KindView {
	/** 'page': set like a page of text. 'wide': takes the whole window and scrolls inside. */
	layout: 'page' | 'wide';
	load(): Promise<{ default: Component<DocumentViewProps> }>;
	firstPaint(content: unknown): FirstPaint;
	/** What its parts are called when it is imported. */
	exchangeWords?(): Promise<{ exchangeWords: MakeExchangeWords }>;
}

const views: Readonly<Record<string, KindView>> = {
	'meeting-notes': {
		layout: 'page',
		load: () => import('./meeting-notes/view/NotesView.svelte'),
		firstPaint: meetingNotesFirstPaint,
		exchangeWords: () => import('./meeting-notes/view/exchange-words.ts')
	},
	plan: {
		layout: 'wide',
		load: () => import('./plan/view/PlanView.svelte'),
		firstPaint: planFirstPaint,
		exchangeWords: () => import('./plan/view/exchange-words.ts')
	},
	'risk-board': {
		layout: 'wide',
		load: () => import('./risk-board/view/RiskBoardView.svelte'),
		firstPaint: riskBoardFirstPaint
	},
	retrospective: {
		layout: 'wide',
		load: () => import('./retrospective/view/RetroView.svelte'),
		firstPaint: retrospectiveFirstPaint
	}
};

export function viewOf(kind: string): KindView | undefined {
	return Object.hasOwn(views, kind) ? views[kind] : undefined;
}
