/**
 * Owns random documents and random Markdown for the property tests of this room: few characters, chosen because each
 * of them means something to Markdown, to HTML or to Chinese typography.
 */
import fc from 'fast-check';
import type { RichTextNode } from '../../src/lib/core/rich-text/schema.ts';

const words = fc
	.array(
		fc.constantFrom(
			...[
				'a',
				'b1',
				' ',
				'  ',
				'中文',
				'。',
				'（',
				'）',
				'，',
				'*',
				'**',
				'_',
				'__',
				'~',
				'~~',
				'`',
				'``',
				'[',
				']',
				'(',
				')'
			],
			...[
				'!',
				'<',
				'>',
				'<u>',
				'</u>',
				'<b>',
				'<br>',
				'&',
				'&amp;',
				'&#32;',
				'|',
				'\\',
				'#',
				'-',
				'+',
				'1.',
				'2)',
				'=',
				':'
			],
			...[
				'http://x.y',
				'www.x.y',
				'a@b.co',
				'😀',
				'\u00a0',
				'\u3000',
				'"',
				"'",
				'://',
				'//',
				'{',
				'$',
				'[x] ',
				'[ ]',
				'---'
			]
		),
		{ minLength: 1, maxLength: 6 }
	)
	.map((parts) => parts.join(''));

const mark = fc.oneof(
	fc.constantFrom('bold', 'italic', 'strike', 'underline', 'code').map((type) => ({ type })),
	fc
		.record({
			href: fc.constantFrom(
				'https://x.y/z',
				'/a b(c)',
				'#x',
				'mailto:a@b.co',
				'https://x.y/<>\\',
				'javascript:1'
			),
			title: fc.option(words)
		})
		.map((attrs) => ({ type: 'link', attrs }))
);

const inline: fc.Arbitrary<RichTextNode> = fc
	.tuple(
		fc.oneof(
			{ weight: 6, arbitrary: words.map((text): RichTextNode => ({ type: 'text', text })) },
			{ weight: 1, arbitrary: fc.constant<RichTextNode>({ type: 'hardBreak' }) },
			{
				weight: 1,
				arbitrary: fc
					.record({
						src: fc.constantFrom('/i.png', 'https://x.y/(i).png'),
						alt: words,
						title: fc.option(words)
					})
					.map((attrs): RichTextNode => ({ type: 'image', attrs }))
			},
			{
				weight: 1,
				arbitrary: fc
					.record({ id: words, label: words })
					.map((attrs): RichTextNode => ({ type: 'mention', attrs }))
			}
		),
		fc.uniqueArray(mark, { maxLength: 3, selector: (one) => one.type })
	)
	.map(([node, marks]) => ({ ...node, marks }));

const line = fc.array(inline, { maxLength: 5 });

const { block } = fc.letrec<{ block: RichTextNode; list: RichTextNode }>((tie) => ({
	block: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		{ weight: 4, arbitrary: line.map((content): RichTextNode => ({ type: 'paragraph', content })) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(fc.integer({ min: 1, max: 4 }), line)
				.map(([level, content]): RichTextNode => ({ type: 'heading', attrs: { level }, content }))
		},
		{ weight: 1, arbitrary: fc.constant<RichTextNode>({ type: 'horizontalRule' }) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(
					fc.constantFrom(null, 'ts', 'a b', 'x`y', '~~~', 'a\\b &amp;'),
					fc.array(fc.constantFrom('a', '\n', '\n\n', '```', '~~~', '    ', '\t', '> ', '- ', '</pre>'), {
						maxLength: 6
					})
				)
				.map(([language, parts]): RichTextNode => ({
					type: 'codeBlock',
					attrs: { language },
					content: [{ type: 'text', text: parts.join('') }]
				}))
		},
		{
			weight: 2,
			arbitrary: fc
				.array(tie('block'), { maxLength: 3 })
				.map((content): RichTextNode => ({ type: 'blockquote', content }))
		},
		{ weight: 4, arbitrary: tie('list') },
		{
			weight: 1,
			arbitrary: fc
				.array(fc.array(line, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
				.map((rows): RichTextNode => ({
					type: 'table',
					content: rows.map((cells, index) => ({
						type: 'tableRow',
						content: cells.map((content) => ({
							type: index === 0 ? 'tableHeader' : 'tableCell',
							content: [{ type: 'paragraph', content }]
						}))
					}))
				}))
		}
	),
	list: fc
		.tuple(
			fc.constantFrom('bulletList', 'orderedList', 'taskList'),
			fc.array(fc.array(tie('block'), { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
			fc.constantFrom(0, 1, 7),
			fc.boolean()
		)
		.map(([type, items, start, checked]): RichTextNode => ({
			type,
			attrs: { start },
			content: items.map((content) => ({
				type: type === 'taskList' ? 'taskItem' : 'listItem',
				attrs: { checked },
				content
			}))
		}))
}));

/** A document of every kind of block, not yet repaired. */
export const arbitraryDocument: fc.Arbitrary<RichTextNode> = fc
	.array(block, { maxLength: 4 })
	.map((content) => ({ type: 'doc', content }));

/** Text that is mostly Markdown syntax, in lines with random indentation. */
export const arbitraryMarkdown: fc.Arbitrary<string> = fc
	.array(
		fc
			.tuple(
				fc.constantFrom('', '', '', ' ', '  ', '    ', '\t', '> ', '>', '>> '),
				fc.constantFrom(
					'',
					'',
					'',
					'- ',
					'* ',
					'+ ',
					'1. ',
					'3) ',
					'# ',
					'##### ',
					'```',
					'~~~',
					'- [ ] ',
					'* [x] ',
					'| ',
					'---',
					'***',
					'===',
					'|-|-|',
					'-'
				),
				fc.option(words, { nil: '' })
			)
			.map((parts) => parts.join('')),
		{ maxLength: 8 }
	)
	.map((lines) => lines.join('\n'));

/** Any JSON at all, shaped now and then like rich text. */
export const arbitraryDamage: fc.Arbitrary<unknown> = fc.letrec<{ node: unknown }>((tie) => ({
	node: fc.oneof(
		{ maxDepth: 5 },
		fc.jsonValue({ maxDepth: 2 }),
		fc.record(
			{
				type: fc.constantFrom<unknown>(
					...[
						'doc',
						'paragraph',
						'heading',
						'text',
						'table',
						'tableRow',
						'tableCell',
						'tableHeader',
						'bulletList'
					],
					...[
						'orderedList',
						'taskList',
						'listItem',
						'taskItem',
						'codeBlock',
						'image',
						'mention',
						'hardBreak',
						'blink',
						7,
						null
					]
				),
				text: fc.oneof(fc.string(), fc.constant('\ud800\u0000x'), fc.integer()),
				attrs: fc.oneof(
					fc.dictionary(
						fc.constantFrom('level', 'href', 'src', 'id', 'colspan', 'start'),
						fc.jsonValue({ maxDepth: 1 })
					),
					fc.constant(3)
				),
				marks: fc.array(fc.oneof(mark, fc.jsonValue({ maxDepth: 1 })), { maxLength: 3 }),
				content: fc.oneof(fc.array(tie('node'), { maxLength: 4 }), fc.constant('x'))
			},
			{ requiredKeys: ['type'] }
		)
	)
})).node;
