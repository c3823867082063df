// What the timeline offers for a task and for a link: the twins of what the pointer does.

import Check from '@lucide/svelte/icons/check';
import { m } from '#lib/i18n/compiled/messages.js';
import type { MenuItem } from '#lib/ui/menu/menu-item.ts';
import type { TimelineHand } from '#lib/ui/timeline/bar-hand.ts';
import { toast } from '#lib/ui/toast/toast.ts';
import { DEPENDENCY_TYPES } from '../../model/schema.ts';
import type { PlanPage } from '../plan-page.svelte.ts';
import { linkTypeText } from '../plan-words.ts';

const shares = [0, 25, 50, 75, 100] as const;

type TaskDeeds = { hand: TimelineHand; onLink: (id: string) => void; onShow: (id: string) => void };

export function taskMenu(page: PlanPage, id: string, { hand, onLink, onShow }: TaskDeeds): MenuItem[] {
	const { store, actions } = page;
	const task = store.live.task(id);
	if (!task) return [];
	const isSummary = store.live.childrenOf(id).length > 0;
	const hasDate = task.constraint !== null || (task.start !== null && !isSummary);
	const free = () => {
		const values = isSummary ? { constraint: null } : { constraint: null, start: null };
		const why = actions.setTask(id, values);
		if (why) toast.error(why);
		else toast.show({ message: m.plan_timeline_free({ title: task.title }), undo: () => page.undo() });
	};
	const common: MenuItem[] = [
		{ label: m.plan_timeline_open(), shortcut: 'Enter', onSelect: () => (page.openTask = id) },
		{ label: m.plan_timeline_show_bar(), onSelect: () => onShow(id) }
	];
	if (!page.canEdit) return common;
	return [
		...common,
		{ label: m.plan_timeline_link_to(), shortcut: 'L', onSelect: () => onLink(id) },
		...(task.mode === 'auto' && hasDate && task.actualStart === null
			? [{ label: m.plan_timeline_as_soon(), onSelect: free }]
			: []),
		...(isSummary || task.kind === 'milestone' || task.actualFinish !== null
			? []
			: [
					{ separator: true } as const,
					...shares.map((progress) => ({
						label: m.plan_timeline_set_progress({ progress }),
						...(task.progress === progress ? { icon: Check } : {}),
						onSelect: () => hand.setProgress(id, progress)
					}))
				])
	];
}

export function linkMenu(page: PlanPage, linkId: string): MenuItem[] {
	const { store, actions } = page;
	const link = store.live.dependency(linkId);
	if (!link) return [];
	const titleOf = (id: string | null) => store.live.task(id ?? '')?.title || m.plan_untitled();
	const opens = [link.from, link.to].flatMap((id) =>
		id === null ? [] : [{ label: titleOf(id), onSelect: () => (page.openTask = id) }]
	);
	if (!page.canEdit) return opens;
	return [
		...DEPENDENCY_TYPES.map((type) => ({
			label: linkTypeText(type),
			...(link.type === type ? { icon: Check } : {}),
			onSelect: () => void actions.do('updateDependency', { id: linkId, values: { type } })
		})),
		{ separator: true },
		...opens,
		{ separator: true },
		{
			label: m.plan_unlink(),
			danger: true,
			onSelect: () => {
				if (actions.do('unlinkTasks', { ids: [linkId] }) === null) return;
				toast.show({ message: m.plan_timeline_unlinked(), undo: () => page.undo() });
			}
		}
	];
}
