// The shape of an icon that the kit takes: a Lucide component, imported one by one ('@lucide/svelte/icons/x').

export type { LucideIcon as IconComponent } from '@lucide/svelte';
