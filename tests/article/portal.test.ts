/** Old portal pages: a short body among many blocks of like size. The body alone is read. */
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { extractArticle } from '../../lib/article/extract'
import { parse } from './page'

const URL_HERE = 'https://denshi.example/news/story/0,200,301.htm'
const TITLE = '架空電機、小型の測定器を発売'
const LINES = [
  '架空電機は18日、小型の測定器「架空メーター」を来月から売り出すと発表した。価格は4万円で、年に3万台の販売を見込む。',
  '手のひらに載る大きさで、電池一つで半年使える。測った値は無線で送り、離れた部屋の端末で確かめられる。',
  '開発には三年をかけた。部品の数を半分に減らし、組み立てを一つの工場にまとめたことで、値段を前の型の三分の二に抑えたとしている。',
  '測定器の市場では海外の会社が先を行く。架空電機は「使いやすさで追いつきたい」と話し、学校向けの割引も用意する。',
  '同社は工場の保守に使う会社に売り込む考えで、秋には防水の型も加える予定だという。',
]
const teaser = (n: number, tag = 'div') =>
  `<${tag} class="item"><h4><a href="/news/story/${n}.htm">別の会社が部品の値段を下げる話の${n}</a></h4><p>部品の値段が下がり、組み立ての会社に広がる動きを追った。今後も続く見通しだ。</p></${tag}>`
const teasers = [1, 2, 3, 4, 5].map((n) => teaser(n)).join('')
const list = (...words: string[]) =>
  `<ul>${words.map((word, at) => `<li><a href="/c/${at}">${word}</a></li>`).join('')}</ul>`
const menu = list('トップ', '経済', '企業', '製品', '国際', '科学', '読者の声')
const editions = `<div><b>各国版</b> <a href="/us">米国</a> | <a href="/uk">英国</a> | <a href="/fr">フランス</a> | <a href="/de">ドイツ</a> | <a href="/cn">中国</a></div>`
const newsletter = `<div class="box"><b>メールで届ける電子の話題</b><p>毎朝七時に、昨日の出来事をまとめてお届けします。登録は無料です。</p><form action="/mail"><input type="text" name="mail"><input type="submit" value="登録"></form></div>`
const ranking = `<div class="box"><h3>よく読まれた話</h3><ol>${[1, 2, 3, 4, 5].map((n) => `<li><a href="/r/${n}">よく読まれている話の題の${n}番</a></li>`).join('')}</ol></div>`
const papers = `<div class="wp"><h3>ホワイトペーパー</h3><dl>${[1, 2, 3].map((n) => `<dt><a href="/wp/${n}">費用を下げる仕組みの選び方 第${n}回</a></dt><dd>仕組みを選ぶときに見るべき点を、事例とともに解説した資料です。</dd>`).join('')}</dl></div>`
const foot = `<div><a href="/about">会社案内</a> | <a href="/ad">広告のご案内</a> | <a href="/rule">利用規約</a><br>Copyright (C) 2004 架空電子通信 All rights reserved.</div>`
const paragraphs = LINES.map((line) => `<p>${line}</p>`).join('')
const broken = LINES.map((line) => `　${line}`).join('<br><br>')

const PAGES: [name: string, body: string][] = [
  [
    'in columns of one table',
    `<table><tr><td>${menu}${editions}</td><td><h1>${TITLE}</h1>${paragraphs}</td><td>${newsletter}${ranking}${papers}</td></tr></table>${foot}`,
  ],
  [
    'in a cell with all the rest, parted by line breaks',
    `<table><tr><td width="150">${menu}</td><td><h1>${TITLE}</h1>${broken}<br><br>${newsletter}${teasers}${papers}</td></tr></table>${foot}`,
  ],
  [
    'with boxes behind it in one container',
    `<div id="wrap">${menu}<div id="main"><h1>${TITLE}</h1>${paragraphs}${newsletter}${ranking}${teasers}${papers}${editions}</div></div>${foot}`,
  ],
  [
    'in a box of its own beside others',
    `<div id="wrap">${editions}<div id="left"><div id="story"><h1>${TITLE}</h1><div class="txt">${paragraphs}</div></div>${teasers}</div><div id="right">${newsletter}${ranking}${papers}${teasers}</div></div>${foot}`,
  ],
  [
    'with boxes amid it',
    `<div id="main"><h1>${TITLE}</h1><p>${LINES[0]}</p>${ranking}<p>${LINES[1]}</p>${papers}<p>${LINES[2]}</p><p>${LINES[3]}</p>${newsletter}<p>${LINES[4]}</p>${teasers}</div>${foot}`,
  ],
  [
    'within a form that wraps all of the page',
    `<form id="aspnet"><input type="hidden" name="state"><div>${menu}</div><div id="main"><h1>${TITLE}</h1>${paragraphs}</div><div>${newsletter}${teasers}${papers}</div>${foot}</form>`,
  ],
]

describe('of an old portal page the body alone is read', () => {
  it.each(PAGES)('%s', (_, body) => {
    const html = `<html><head><title>${TITLE} - 架空電子通信</title></head><body>${body}</body></html>`
    const found = extractArticle(parse(html, URL_HERE), URL_HERE)
    expect(found?.title).toBe(TITLE)
    expect(found?.blocks.map((block) => blockText(block))).toEqual(LINES)
  })
})
