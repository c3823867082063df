// What threatens and helps the cold-chain project, as its minutes tell it week by week.

import type { DemoBoard } from './board-json.ts';

export const coldChainBoard: DemoBoard = {
	title: 'Risk board: cold-chain tracking',
	currency: 'EUR',
	risks: [
		{
			title: 'WMS interface is not ready for the Rotterdam test',
			category: 'Supplier',
			owner: 'tomas',
			cause: 'the WMS vendor has one developer who knows this interface',
			event: 'the test from week 4 finds it unfinished',
			effect: 'go-live in Rotterdam slips behind the harvest peak',
			trigger: 'No test endpoint two weeks before the test begins',
			strategy: 'mitigate',
			response:
				'The date is confirmed in writing. Three weeks of test instead of two.\nA file exchange is described as a fallback before the test, not when it fails.',
			contingency:
				'Go live with the file exchange, hourly instead of live; pallet history is then one hour late.',
			proximity: 'weeks',
			cost: 85_000,
			tags: ['Rotterdam', 'WMS'],
			target: [2, 3],
			residual: [2, 4],
			nextReview: [0, 'Fri'],
			trail: [
				{ on: [-7, 'Tue'], by: 'maya', status: 'open' },
				{ on: [-7, 'Tue'], by: 'maya', score: [4, { time: 5, cost: 3, satisfaction: 4 }] },
				{ on: [-5, 'Thu'], by: 'tomas', status: 'responding' },
				{
					on: [-3, 'Thu'],
					by: 'maya',
					score: [4, { time: 4, cost: 3, satisfaction: 4 }],
					note: 'The date is in writing now; the developer is on leave in week 6.'
				},
				{
					on: [0, 'Thu'],
					by: 'maya',
					score: [3, { time: 4, cost: 3, satisfaction: 3 }],
					note: 'Test takes three weeks instead of two. One week of float is gone.'
				}
			]
		},
		{
			title: 'Too many false alarms, so that nobody looks any more',
			category: 'Product',
			owner: 'chen',
			cause: 'doors stand open while trailers are loaded',
			event: 'shift leads get more than one false alarm a shift',
			effect: 'they switch the alarms off, and the goal of 15 minutes is lost',
			trigger: 'More than 1 false alarm per shift over three days',
			strategy: 'mitigate',
			response: 'Fifteen-minute rule while a door is open; fourteen scenarios tested with the shift leads.',
			proximity: 'weeks',
			cost: 40_000,
			tags: ['Suzhou', 'alarms'],
			target: [1, 4],
			nextReview: [2, 'Thu'],
			trail: [
				{ on: [-7, 'Tue'], by: 'chen', status: 'open' },
				{ on: [-7, 'Tue'], by: 'chen', score: [4, { quality: 5, satisfaction: 4 }] },
				{ on: [-4, 'Wed'], by: 'chen', status: 'responding' },
				{
					on: [-3, 'Thu'],
					by: 'maya',
					score: [3, { quality: 4, satisfaction: 4 }],
					note: '0.4 per shift in the first three days of the pilot.'
				},
				{
					on: [0, 'Thu'],
					by: 'chen',
					score: [2, { quality: 3, satisfaction: 3 }],
					note: 'Pilot accepted: 0.6 per shift, 0.2 without one trailer.'
				}
			]
		},
		{
			title: 'Six shift leads are not trained before go-live in Suzhou',
			category: 'People',
			owner: 'siyu',
			cause: 'the night shift could not come to the day sessions',
			event: 'they start on go-live without training',
			effect: 'the pilot’s condition is broken and the night is blind',
			trigger: 'Fewer than four of six signed off by the middle of week 2',
			strategy: 'avoid',
			response: 'Three sessions at 22:30; the consultant stays over.',
			proximity: 'imminent',
			tags: ['Suzhou', 'training'],
			target: [1, 3],
			nextReview: [1, 'Thu'],
			trail: [
				{ on: [0, 'Thu'], by: 'zhao', status: 'open' },
				{ on: [0, 'Thu'], by: 'maya', score: [3, { time: 3, satisfaction: 4 }] },
				{ on: [0, 'Thu'], by: 'siyu', status: 'responding' }
			]
		},
		{
			title: 'Trailers of supplier 1 give no defrost signal',
			category: 'Supplier',
			owner: 'ingrid',
			cause: '36 of 112 trailers have old controllers',
			event: 'a defrost looks like a failure, or hides one',
			effect: 'dairy in these trailers is judged later than in all others',
			trigger: 'More than three claims from these trailers in a quarter',
			strategy: 'accept',
			contingency: 'Retrofit a door and defrost sensor, 27,000 EUR.',
			proximity: 'months',
			cost: 22_800,
			tags: ['hardware'],
			nextReview: [12, 'Mon'],
			acceptedUntil: [11, 'Fri'],
			trail: [
				{ on: [-5, 'Thu'], by: 'tomas', status: 'open' },
				{ on: [-5, 'Thu'], by: 'tomas', score: [4, { cost: 3, quality: 3 }] },
				{
					on: [-3, 'Thu'],
					by: 'edwin',
					status: 'accepted',
					note: 'Controllers are exchanged at the next service; the fifteen-minute rule holds until then.'
				}
			]
		},
		{
			title: 'Gateways lose the mobile network inside the cold stores',
			category: 'Technology',
			owner: 'tomas',
			cause: 'insulated walls of 160 mm',
			event: 'loggers in the rear bays are not heard',
			effect: 'holes in the temperature record that retailers do not accept',
			strategy: 'mitigate',
			response: 'Second antenna per gateway; loggers keep 48 hours and send them later.',
			proximity: 'later',
			cost: 15_000,
			target: [1, 3],
			residual: [1, 3],
			trail: [
				{ on: [-7, 'Tue'], by: 'tomas', status: 'open' },
				{ on: [-7, 'Tue'], by: 'tomas', score: [4, { quality: 4, cost: 2 }] },
				{ on: [-6, 'Thu'], by: 'tomas', status: 'responding' },
				{
					on: [-4, 'Thu'],
					by: 'tomas',
					score: [2, { quality: 3, cost: 2 }],
					note: 'Second antennas are in; nothing lost in five days.'
				},
				{ on: [-1, 'Thu'], by: 'tomas', status: 'closed', note: 'Ten working days without a hole.' }
			]
		},
		{
			title: 'SIM cards of the gateways are not covered by the contract',
			category: 'Procurement',
			owner: 'ingrid',
			cause: 'the mobile contract names tablets only',
			event: 'eighteen cards have to be paid apart',
			effect: '6,900 EUR a year that nobody has planned',
			proximity: 'imminent',
			cost: 6_900,
			occurredOn: [-4, 'Thu'],
			trail: [
				{ on: [-6, 'Thu'], by: 'maya', status: 'open' },
				{ on: [-6, 'Thu'], by: 'maya', score: [3, { cost: 2 }] },
				{ on: [-4, 'Thu'], by: 'maya', status: 'occurred', note: 'The provider confirmed it.' },
				{ on: [-3, 'Thu'], by: 'edwin', status: 'closed', note: 'An operating cost of Borealis.' }
			]
		},
		{
			title: '苏州仓网关损坏而现场没有备件',
			category: 'Technology',
			owner: 'chen',
			cause: '备件存放在鹿特丹',
			event: '网关在上线后第一周损坏',
			effect: '一个月台两天没有温度数据',
			strategy: 'mitigate',
			response: '苏州仓现场留两台备件，由仓库工程师更换。',
			proximity: 'weeks',
			cost: 9_000,
			tags: ['Suzhou'],
			target: [2, 2],
			nextReview: [2, 'Thu'],
			trail: [
				{ on: [-2, 'Thu'], by: 'zhao', status: 'open' },
				{ on: [-2, 'Thu'], by: 'chen', score: [2, { time: 2, quality: 4 }] },
				{ on: [0, 'Thu'], by: 'chen', status: 'responding' }
			]
		},
		{
			title: 'Carriers dispute the record because they cannot read it',
			category: 'Contract',
			owner: null,
			cause: 'read access for carriers was put off',
			event: 'a carrier refuses a claim that rests on our data',
			effect: 'claims take months, and the saving comes later',
			proximity: 'months',
			cost: 120_000,
			nextReview: [2, 'Thu'],
			trail: [
				{ on: [-3, 'Thu'], by: 'ingrid', status: 'open' },
				{ on: [-3, 'Thu'], by: 'maya', score: [3, { cost: 4, satisfaction: 4 }] }
			]
		},
		{
			title: 'Chief electrician in Gothenburg leaves before the installation',
			category: 'People',
			owner: 'maya',
			cause: 'he retires this year',
			event: 'nobody on site knows the old switchboards',
			effect: 'installation needs an outside firm',
			proximity: 'months',
			trail: [{ on: [0, 'Fri'], by: 'ingrid', status: 'open' }]
		},
		{
			kind: 'opportunity',
			title: 'Retailers pay a bonus for a complete temperature record',
			category: 'Market',
			owner: 'ingrid',
			cause: 'two retailers audit their suppliers this year',
			event: 'they take our export as proof',
			effect: 'the bonus of 0.2 % is paid from the first quarter on',
			strategy: 'exploit',
			response: 'Show the export to both auditors in week 3, before go-live.',
			proximity: 'months',
			cost: 90_000,
			target: [4, 4],
			nextReview: [3, 'Thu'],
			trail: [
				{ on: [-3, 'Thu'], by: 'ingrid', status: 'open' },
				{ on: [-3, 'Thu'], by: 'ingrid', score: [2, { cost: 4, satisfaction: 3 }] },
				{
					on: [0, 'Thu'],
					by: 'ingrid',
					score: [3, { cost: 4, satisfaction: 4 }],
					note: 'The claims desk found a pallet in 25 seconds; the auditor asked for a copy.'
				}
			]
		}
	]
};
