"""Is the built site fit to read? No raw Markdown, nothing with a width of its own beyond a small screen.

    python docs/check_site.py _docs      ends with 1 and the pages where it is not
"""
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

SCREEN_PX = 400                                   # the smallest that a page must fit
RAW_LINK = re.compile(r'\]\((?:#|/|https?:|[\w./-]+\.(?:html|ipynb|md)\b)')
RAW_TABLE = re.compile(r'\|\s*:?-{3,}:?\s*\||\|—\|')      # — is what becomes of --- in a paragraph
PX = re.compile(r'(?:^|[;\s])(?:min-)?width:\s*(\d+)px')
SCROLLS = 'pre','table'                           # by site.css; so does what stands in them
VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'}


class Page(HTMLParser):
    "The article of one page: what is wrong in it"
    def __init__(self):
        super().__init__()
        self.open,self.wrong,self.styled = [],[],False

    def inside(self, *names):
        return any(tag in names for tag,_ in self.open)

    def handle_starttag(self, tag, attributes):
        at = dict(attributes)
        if tag=='link' and 'site.css' in (at.get('href') or ''): self.styled = True
        if tag not in VOID: self.open.append((tag, at.get('class') or ''))
        width = PX.search(at.get('style') or '') if self.inside('article') else None
        if width and int(width[1])>SCREEN_PX and tag!='img' and not self.inside(*SCROLLS):
            self.wrong.append(f'<{tag}> is {width[1]} px wide')

    def handle_endtag(self, tag):
        while self.open and self.inside(tag):
            if self.open.pop()[0]==tag: break

    def handle_data(self, text):
        if not self.inside('article') or self.inside('script', 'style'): return
        code = self.inside('pre', 'code')
        if RAW_TABLE.search(text) and not code: self.wrong.append(f'a table as Markdown: {text[:60]!r}')
        link = RAW_LINK.search(text)
        if link and (not code or '](#api.' in text): self.wrong.append(f'a link as Markdown: {text[:80]!r}')


def faults(file):
    "Return what is wrong with one page"
    page = Page()
    page.feed(file.read_text(encoding='utf-8'))
    return page.wrong+['site.css is not linked']*(not page.styled)


def main(site):
    pages = [f for f in sorted(Path(site).rglob('*.html')) if '_static' not in f.parts]
    wrong = [f'{f}: {fault}' for f in pages for fault in faults(f)]
    print(*wrong, sep='\n', end='\n'*bool(wrong))
    print(f'{len(pages)} pages, {len(wrong)} faults')
    return bool(wrong or not pages)


if __name__=='__main__': sys.exit(main(sys.argv[1]))
