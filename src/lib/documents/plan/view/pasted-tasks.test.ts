import { expect, it } from 'vitest';
import { pastedTasks } from './pasted-tasks.ts';

const shown = (cells: string[][]) =>
	pastedTasks(cells).map(({ depth, values }) => `${depth}:${values.title}`);

it('makes a task of each line and leaves empty ones out', () => {
	expect(shown([['Kickoff'], ['  '], ['Build']])).toEqual(['0:Kickoff', '0:Build']);
});

it('reads levels from spaces, tabs and full-width spaces', () => {
	expect(shown([['Phase'], ['  Design'], ['    Review'], ['  Build'], ['Handover']])).toEqual([
		'0:Phase',
		'1:Design',
		'2:Review',
		'1:Build',
		'0:Handover'
	]);
	expect(shown([['阶段'], ['', '设计'], ['', '', '评审']])).toEqual(['0:阶段', '1:设计', '2:评审']);
	expect(shown([['阶段'], ['　设计']])).toEqual(['0:阶段', '1:设计']);
});

it('takes bullets, numbers and check boxes off', () => {
	expect(shown([['- [x] Done'], ['* One'], ['2. Two'], ['三、三'], ['1) Four'], ['2026 budget']])).toEqual([
		'0:Done',
		'0:One',
		'0:Two',
		'0:三',
		'0:Four',
		'0:2026 budget'
	]);
});
