"""Draw the pipeline for the front page; `python docs/readme.py` writes it into nbs/images/.

Every word stands on a box of its own colour, so the picture reads on a light page and on a dark one.
"""
from html import escape

NAME = 'pipeline.svg'
WIDTH,HEIGHT,ACROSS,DOWN = 262,160,40,46          # of a box; between two
DATA,TABLE,MODEL,RESULT = '#0b5c8f','#00664c','#6b4596','#9a3c0b'
LINE = '#848c94'                                  # of the arrows: visible on white and on black
ALT = ('A release becomes a store of signals; a table of windows over it trains a network; its table of '
       'predictions is scored; the network as a submission is scored in the same way.')
BOXES = [                                         # column, row, colour, title, two lines, the command
    (0, 0, DATA, 'Release', 'BIDS: HBN-EEG,', 'simulated, your own', 'simulate, download'),
    (1, 0, DATA, 'Store', 'each signal once,', 'continuous, in µV', 'prepare'),
    (2, 0, TABLE, 'Windows', 'a table: recording,', 'first sample, label', 'audit'),
    (2, 1, MODEL, 'Network', 'of braindecode or', 'yours, on raw µV', 'fit'),
    (1, 1, TABLE, 'Predictions', 'a table: one row', 'for each window', 'evaluate'),
    (0, 1, RESULT, 'Score', 'beside what is known', 'without any EEG', 'compare, leaderboard'),
    (2, 2, MODEL, 'Submission', 'both networks as', 'TorchScript in a zip', 'package'),
    (1, 2, TABLE, 'Its predictions', 'window by window,', 'as the server asks', 'score')]
ARROWS = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (3, 6), (6, 7)]      # straight, from box to box


def commands():
    "Return the commands that stand in the boxes"
    return {word for box in BOXES for word in box[-1].split(', ')}


def corner(box):
    "Return the left upper corner of a box"
    return 6+box[0]*(WIDTH+ACROSS),6+box[1]*(HEIGHT+DOWN)


def drawn_box(box):
    "Return one box with its words"
    (x, y),(colour, title, *lines, command) = corner(box),box[2:]
    middle = x+WIDTH/2
    words = [f'<text x="{middle}" y="{y+40}" font-size="29" font-weight="700">{escape(title)}</text>']
    words += [f'<text x="{middle}" y="{y+72+27*k}" font-size="22">{escape(line)}</text>' for k,line in enumerate(lines)]
    words.append(f'<text x="{middle}" y="{y+138}" font-size="20" class="command">{escape(command)}</text>')
    return f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="14" fill="{colour}"/>\n'+'\n'.join(words)


def ends(start, end):
    "Return where a straight arrow between two boxes begins and ends"
    (x, y),(to_x, to_y) = corner(start),corner(end)
    if y==to_y: return (x+(WIDTH if to_x>x else 0), y+HEIGHT/2),(to_x+(0 if to_x>x else WIDTH), y+HEIGHT/2)
    return (x+WIDTH/2, y+HEIGHT),(to_x+WIDTH/2, to_y)


def path(points):
    "Return an arrow along points, its head at the last"
    return f'<path d="M{" L".join(f"{x:g},{y:g}" for x,y in points)}" marker-end="url(#head)"/>'


def drawn():
    "Return the whole picture as SVG"
    width,height = 12+3*WIDTH+2*ACROSS,12+3*HEIGHT+2*DOWN
    last,score = corner(BOXES[7]),corner(BOXES[5])
    around = [(last[0], last[1]+HEIGHT/2), (score[0]+WIDTH/2, last[1]+HEIGHT/2), (score[0]+WIDTH/2, score[1]+HEIGHT)]
    arrows = [path(ends(BOXES[a], BOXES[b])) for a,b in ARROWS]+[path(around)]
    return '\n'.join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">', f'<title>{ALT}</title>',
        '<style>text { fill: #fff; text-anchor: middle; font-family: "DejaVu Sans", Verdana, sans-serif }',
        '.command { font-family: "DejaVu Sans Mono", Menlo, monospace; fill: #ffe9b3 }',
        f'path {{ fill: none; stroke: {LINE}; stroke-width: 5 }}</style>',
        '<defs><marker id="head" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="4.4" markerHeight="4.4" '
        f'orient="auto"><path d="M0,0 L10,5 L0,10 z" style="fill: {LINE}; stroke: none"/></marker></defs>',
        *arrows, *map(drawn_box, BOXES), '</svg>', ''])
