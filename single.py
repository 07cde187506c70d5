import torch,warnings; warnings.filterwarnings('ignore')
torch.set_num_threads(2)
from cerebro.bench import *
for _ in range(3): print(compare_models('EEGNeX',('single',))[0])
