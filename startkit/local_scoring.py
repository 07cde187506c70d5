"""Score a submission zip as the challenge does: the options of the start kit's script, the work of `cerebro score`.

    python startkit/local_scoring.py --submission-zip submission.zip --data-dir $HBN_ROOT --output-dir outputs/local_scoring
"""
import argparse
import sys
from pathlib import Path

from cerebro.cli.__main__ import main


def score(argv=None):
    "Translate the options, and return the exit code of `cerebro score`"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--submission-zip', required=True, metavar='ZIP', help='the submission')
    parser.add_argument('--data-dir', required=True, metavar='DIR', help='folder that holds the release R5')
    parser.add_argument('--output-dir', required=True, metavar='OUT',
                        help='folder for scores.json and predictions.parquet')
    args,more = parser.parse_known_args(argv)        # --fast, --allow-code and the others of `cerebro score`
    out = Path(args.output_dir)
    return main(['score', args.submission_zip, '--root', args.data_dir, '--json', str(out/'scores.json'),
                 '--predictions', str(out/'predictions.parquet'), *more])


if __name__=='__main__': sys.exit(score())
