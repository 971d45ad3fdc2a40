<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
<name>AboutDialog</name>
<message>
<source>About VoiceDesk</source>
<translation>关于 VoiceDesk</translation>
</message>
<message>
<source>Free software under the {licence} licence.</source>
<translation>以 {licence} 许可证发布的自由软件。</translation>
</message>
<message>
<source>It is made with:</source>
<translation>使用了以下组件：</translation>
</message>
<message>
<source>Licence</source>
<translation>许可证</translation>
</message>
<message>
<source>Part</source>
<translation>组件</translation>
</message>
<message>
<source>Parts and their licences</source>
<translation>组件和许可证</translation>
</message>
<message>
<source>Running on Python {python} and Qt {qt}.</source>
<translation>运行环境：Python {python} 和 Qt {qt}。</translation>
</message>
</context>
<context>
<name>AppearancePage</name>
<message>
<source>As the system</source>
<translation>跟随系统</translation>
</message>
<message>
<source>Changes happen at once. The level of the microphone still moves, for it tells something.</source>
<translation>更改立即生效。麦克风音量仍会动，因为它有意义。</translation>
</message>
<message>
<source>Colours</source>
<translation>颜色</translation>
</message>
<message>
<source>Contrast</source>
<translation>对比度</translation>
</message>
<message>
<source>Dark</source>
<translation>深色</translation>
</message>
<message>
<source>High</source>
<translation>高</translation>
</message>
<message>
<source>Language</source>
<translation>语言</translation>
</message>
<message>
<source>Light</source>
<translation>浅色</translation>
</message>
<message>
<source>Look</source>
<translation>外观</translation>
</message>
<message>
<source>Reduce motion</source>
<translation>减少动画</translation>
</message>
<message>
<source>Size of the text</source>
<translation>文字大小</translation>
</message>
</context>
<context>
<name>Attaching</name>
<message>
<source>Attach a sound file</source>
<translation>附加声音文件</translation>
</message>
<message>
<source>Let go to attach the sound file.</source>
<translation>松开即可附加声音文件。</translation>
</message>
<message>
<source>Only the first of these files was taken.</source>
<translation>只采用了其中第一个文件。</translation>
</message>
<message>
<source>Sound files ({suffixes})</source>
<translation>声音文件（{suffixes}）</translation>
</message>
<message>
<source>{length} · about {amount} before the answer</source>
<translation>{length} · 回答前约 {amount}</translation>
</message>
<message>
<source>{length} · long: sent as one question, about {amount} before the answer</source>
<translation>{length} · 较长：作为一个问题发送，回答前约 {amount}</translation>
</message>
<message>
<source>{length} · sent as one question; what it costs is not known</source>
<translation>{length} · 作为一个问题发送，费用未知</translation>
</message>
</context>
<context>
<name>AttachmentStrip</name>
<message>
<source>Attached sound file</source>
<translation>已附加的声音文件</translation>
</message>
<message>
<source>How much of the file is read</source>
<translation>文件读取进度</translation>
</message>
<message>
<source>Reading the file…</source>
<translation>正在读取文件…</translation>
</message>
<message>
<source>Remove the sound file</source>
<translation>移除声音文件</translation>
</message>
<message>
<source>Send</source>
<translation>发送</translation>
</message>
</context>
<context>
<name>Banner</name>
<message>
<source>Close this message</source>
<translation>关闭此消息</translation>
</message>
<message>
<source>Details</source>
<translation>详细信息</translation>
</message>
</context>
<context>
<name>CheckRow</name>
<message>
<source>All right</source>
<translation>正常</translation>
</message>
<message>
<source>Needs attention</source>
<translation>需要处理</translation>
</message>
</context>
<context>
<name>Conversation</name>
<message>
<source>Answer: {text}</source>
<translation>回答：{text}</translation>
</message>
<message>
<source>Change</source>
<translation>修改</translation>
</message>
<message>
<source>Continue</source>
<translation>继续</translation>
</message>
<message>
<source>Copy</source>
<translation>复制</translation>
</message>
<message>
<source>Copy code</source>
<translation>复制代码</translation>
</message>
<message>
<source>Delete</source>
<translation>删除</translation>
</message>
<message>
<source>Earlier messages, summed up for new questions</source>
<translation>较早的消息，已为新问题做成摘要</translation>
</message>
<message>
<source>Edit and ask again</source>
<translation>编辑后再问</translation>
</message>
<message>
<source>Editing “{question}”</source>
<translation>正在编辑“{question}”</translation>
</message>
<message>
<source>Go to the newest message</source>
<translation>转到最新消息</translation>
</message>
<message>
<source>Hide</source>
<translation>隐藏</translation>
</message>
<message>
<source>Interrupted. The pale words were not heard.</source>
<translation>已中断。浅色文字没有播出。</translation>
</message>
<message>
<source>Interrupted. What came is kept.</source>
<translation>已中断。收到的内容都保留着。</translation>
</message>
<message>
<source>Listen</source>
<translation>收听</translation>
</message>
<message>
<source>Not answered. The recording is kept.</source>
<translation>没有回答。录音已保留。</translation>
</message>
<message>
<source>Note: {text}</source>
<translation>备注：{text}</translation>
</message>
<message>
<source>Open link to {host}…</source>
<translation>打开 {host} 的链接…</translation>
</message>
<message>
<source>Pause</source>
<translation>暂停</translation>
</message>
<message>
<source>Place in the sound, in seconds</source>
<translation>声音中的位置（秒）</translation>
</message>
<message>
<source>Play the answer, {length}</source>
<translation>播放回答，{length}</translation>
</message>
<message>
<source>Play what you said, {length}</source>
<translation>播放您说的话，{length}</translation>
</message>
<message>
<source>Please continue exactly where your answer was cut off.</source>
<translation>请从你的回答中断的地方接着说下去。</translation>
</message>
<message>
<source>Question and answer deleted.</source>
<translation>已删除问题和回答。</translation>
</message>
<message>
<source>Remove</source>
<translation>移除</translation>
</message>
<message>
<source>Replace the old one</source>
<translation>替换旧的</translation>
</message>
<message>
<source>Send</source>
<translation>发送</translation>
</message>
<message>
<source>Show the summary</source>
<translation>显示摘要</translation>
</message>
<message>
<source>Stop editing</source>
<translation>结束编辑</translation>
</message>
<message>
<source>Stopped before an answer came.</source>
<translation>回答之前已停止。</translation>
</message>
<message>
<source>The summary is removed. New questions take along as many messages as fit.</source>
<translation>摘要已移除。新问题会尽量附上容得下的消息。</translation>
</message>
<message>
<source>Today</source>
<translation>今天</translation>
</message>
<message>
<source>Try again</source>
<translation>重试</translation>
</message>
<message>
<source>Voice message</source>
<translation>语音消息</translation>
</message>
<message>
<source>Yesterday</source>
<translation>昨天</translation>
</message>
<message>
<source>You: {text}</source>
<translation>您：{text}</translation>
</message>
</context>
<context>
<name>ConversationList</name>
<message>
<source>Conversations</source>
<translation>对话</translation>
</message>
<message>
<source>Delete</source>
<translation>删除</translation>
</message>
<message>
<source>Delete the conversation in the list</source>
<translation>删除列表中的对话</translation>
</message>
<message>
<source>Export…</source>
<translation>导出…</translation>
</message>
<message>
<source>Pin</source>
<translation>置顶</translation>
</message>
<message>
<source>Rename</source>
<translation>重命名</translation>
</message>
<message>
<source>Rename the conversation in the list</source>
<translation>重命名列表中的对话</translation>
</message>
<message>
<source>Unpin</source>
<translation>取消置顶</translation>
</message>
</context>
<context>
<name>ConversationListModel</name>
<message>
<source>{name}, open</source>
<translation>{name}，已打开</translation>
</message>
</context>
<context>
<name>ConversationView</name>
<message>
<source>Conversation</source>
<translation>对话</translation>
</message>
<message>
<source>Copy selection</source>
<translation>复制所选文字</translation>
</message>
<message>
<source>Play from here</source>
<translation>从这里播放</translation>
</message>
</context>
<context>
<name>Conversations</name>
<message>
<source>Conversation deleted.</source>
<translation>已删除对话。</translation>
</message>
<message>
<source>Earlier this week</source>
<translation>本周早些时候</translation>
</message>
<message>
<source>MMMM</source>
<comment>form of a date: October</comment>
<translation>M月</translation>
</message>
<message>
<source>MMMM yyyy</source>
<comment>form of a date: October 2025</comment>
<translation>yyyy年M月</translation>
</message>
<message>
<source>New conversation</source>
<translation>新对话</translation>
</message>
<message>
<source>Pinned</source>
<translation>已置顶</translation>
</message>
<message>
<source>Today</source>
<translation>今天</translation>
</message>
<message>
<source>Voice message</source>
<translation>语音消息</translation>
</message>
<message>
<source>Yesterday</source>
<translation>昨天</translation>
</message>
</context>
<context>
<name>DayBars</name>
<message>
<source>Cost of each day</source>
<translation>每日费用</translation>
</message>
<message>
<source>Nothing was spent.</source>
<translation>没有花费。</translation>
</message>
</context>
<context>
<name>Dots</name>
<message>
<source>Step {step} of {count}</source>
<translation>第 {step} 步，共 {count} 步</translation>
</message>
</context>
<context>
<name>Export</name>
<message>
<source>Both voices in one file, as they were.</source>
<translation>双方的声音合为一个文件，保持原样。</translation>
</message>
<message>
<source>Both voices in one small file.</source>
<translation>双方的声音合为一个小文件。</translation>
</message>
<message>
<source>Captions (SRT)</source>
<translation>字幕（SRT）</translation>
</message>
<message>
<source>Everything that is stored, for other programs.</source>
<translation>所有保存的内容，供其他程序使用。</translation>
</message>
<message>
<source>Fits the exported sound; where each sentence begins is estimated.</source>
<translation>与导出的声音相符；每句的开始时间为估计值。</translation>
</message>
<message>
<source>For notes and wikis.</source>
<translation>适合笔记和维基。</translation>
</message>
<message>
<source>Opens everywhere.</source>
<translation>到处都能打开。</translation>
</message>
<message>
<source>Plain text</source>
<translation>纯文本</translation>
</message>
<message>
<source>Sound (MP3)</source>
<translation>声音（MP3）</translation>
</message>
<message>
<source>Sound (WAV)</source>
<translation>声音（WAV）</translation>
</message>
</context>
<context>
<name>Exporting</name>
<message>
<source>Conversation</source>
<translation>对话</translation>
</message>
<message>
<source>Open folder</source>
<translation>打开文件夹</translation>
</message>
<message>
<source>The answer was cancelled.</source>
<translation>回答已取消。</translation>
</message>
<message>
<source>The answer was interrupted.</source>
<translation>回答已中断。</translation>
</message>
<message>
<source>There is nothing to export yet.</source>
<translation>还没有可导出的内容。</translation>
</message>
<message>
<source>These sounds and {count} more were not there any more: {names}.</source>
<translation>这些声音已不存在：{names}，另有 {count} 个。</translation>
</message>
<message>
<source>These sounds were not there any more: {names}.</source>
<translation>这些声音已不存在：{names}。</translation>
</message>
<message>
<source>What was said here was not written down.</source>
<translation>这里说的话没有转成文字。</translation>
</message>
<message>
<source>Writing “{file}”…</source>
<translation>正在写入“{file}”…</translation>
</message>
<message>
<source>You</source>
<translation>您</translation>
</message>
<message>
<source>You can go on meanwhile.</source>
<translation>您可以同时继续使用。</translation>
</message>
<message>
<source>“{file}” is ready.</source>
<translation>“{file}”已完成。</translation>
</message>
</context>
<context>
<name>FormatDialog</name>
<message>
<source>Choose a place…</source>
<translation>选择位置…</translation>
</message>
<message>
<source>Export conversation</source>
<translation>导出对话</translation>
</message>
</context>
<context>
<name>Gauge</name>
<message>
<source>This conversation: {cost}.</source>
<translation>这段对话：{cost}。</translation>
</message>
<message>
<source>{percent} % of the room for the history is used.</source>
<translation>已用掉对话容量的 {percent} %。</translation>
</message>
</context>
<context>
<name>Guide</name>
<message>
<source>Choose microphone and loudspeaker</source>
<translation>选择麦克风和扬声器</translation>
</message>
<message>
<source>Get a key, or practise without one</source>
<translation>获取密钥，或先练习</translation>
</message>
<message>
<source>Hold Space, or the button, say hello, and let go. Then hear the answer.</source>
<translation>按住空格键或按钮，打声招呼后松开，就会听到回答。</translation>
</message>
<message>
<source>Say hello</source>
<translation>打声招呼</translation>
</message>
<message>
<source>VoiceDesk talks to CometAPI, which needs a key of yours. You can add it later as well.</source>
<translation>VoiceDesk 使用 CometAPI，需要您的密钥。您也可以稍后再添加。</translation>
</message>
<message>
<source>What your system uses is usually right. Speak: does the bar move? Then hear yourself.</source>
<translation>系统使用的设备通常就是对的。请说话，看看音量条有没有动，再听听自己。</translation>
</message>
</context>
<context>
<name>GuideView</name>
<message>
<source>Back</source>
<translation>上一步</translation>
</message>
<message>
<source>Done</source>
<translation>完成</translation>
</message>
<message>
<source>It is found again in the settings and behind the three dots.</source>
<translation>之后可以在设置和三个点的菜单中找到。</translation>
</message>
<message>
<source>Next</source>
<translation>下一步</translation>
</message>
<message>
<source>Skip</source>
<translation>跳过</translation>
</message>
<message>
<source>Skip the guide ({keys})</source>
<translation>跳过引导（{keys}）</translation>
</message>
</context>
<context>
<name>Header</name>
<message>
<source>Conversations</source>
<translation>对话</translation>
</message>
<message>
<source>Model</source>
<translation>模型</translation>
</message>
<message>
<source>Voice</source>
<translation>音色</translation>
</message>
</context>
<context>
<name>Health</name>
<message>
<source>Disk</source>
<translation>磁盘</translation>
</message>
<message>
<source>Everything is there.</source>
<translation>一切齐备。</translation>
</message>
<message>
<source>Key</source>
<translation>密钥</translation>
</message>
<message>
<source>Keyring</source>
<translation>密钥环</translation>
</message>
<message>
<source>Looking…</source>
<translation>正在检查…</translation>
</message>
<message>
<source>Loudspeaker</source>
<translation>扬声器</translation>
</message>
<message>
<source>Microphone</source>
<translation>麦克风</translation>
</message>
<message>
<source>Screen</source>
<translation>屏幕</translation>
</message>
<message>
<source>Service</source>
<translation>服务</translation>
</message>
<message>
<source>Sound library</source>
<translation>音频库</translation>
</message>
<message>
<source>Sound server</source>
<translation>音频服务器</translation>
</message>
<message>
<source>To look at: {count}</source>
<translation>需要处理：{count} 项</translation>
</message>
</context>
<context>
<name>HealthDialog</name>
<message>
<source>Copied</source>
<translation>已复制</translation>
</message>
<message>
<source>Copy report</source>
<translation>复制报告</translation>
</message>
<message>
<source>Look again</source>
<translation>重新检查</translation>
</message>
<message>
<source>Looking opens a connection to the service and sends nothing there.</source>
<translation>检查时会连接到服务，但不会发送任何内容。</translation>
</message>
<message>
<source>What is missing on this machine</source>
<translation>这台电脑缺少什么</translation>
</message>
</context>
<context>
<name>HitList</name>
<message>
<source>Found</source>
<translation>搜索结果</translation>
</message>
</context>
<context>
<name>HoldingRow</name>
<message>
<source>Looking…</source>
<translation>正在检查…</translation>
</message>
<message>
<source>Open the folder: {name}</source>
<translation>打开文件夹：{name}</translation>
</message>
</context>
<context>
<name>Key</name>
<message>
<source>The key could not be tested. {problem}</source>
<translation>无法测试密钥。{problem}</translation>
</message>
<message>
<source>The key is accepted; {count} models are offered. Your first question shows if there is credit.</source>
<translation>密钥有效，提供 {count} 个模型。问第一个问题时就知道余额是否足够。</translation>
</message>
<message>
<source>The key is right, but there is no credit. Top up the account, or raise the limit of this key.</source>
<translation>密钥正确，但没有余额。请为账户充值，或提高此密钥的额度。</translation>
</message>
<message>
<source>The key was refused. Copy it again at CometAPI, all of it, or make a new one.</source>
<translation>密钥被拒绝。请到 CometAPI 重新完整复制，或创建一个新的。</translation>
</message>
</context>
<context>
<name>KeyCapture</name>
<message>
<source>None</source>
<translation>无</translation>
</message>
<message>
<source>Press Enter, then the key</source>
<translation>先按 Enter，再按要用的键</translation>
</message>
<message>
<source>Press a key…</source>
<translation>请按一个键…</translation>
</message>
<message>
<source>Space talks already. Press another key…</source>
<translation>空格键已用来说话，请按其他键…</translation>
</message>
<message>
<source>This key does something else here. Press another key…</source>
<translation>这个键在此另有用途，请按其他键…</translation>
</message>
<message>
<source>This key is for writing. Press another key…</source>
<translation>这个键用来打字，请按其他键…</translation>
</message>
<message>
<source>Use no other key</source>
<translation>不使用其他键</translation>
</message>
</context>
<context>
<name>KeyHold</name>
<message>
<source>Talk while held</source>
<translation>按住时说话</translation>
</message>
</context>
<context>
<name>KeyPanel</name>
<message>
<source>A key is in use for {url}.</source>
<translation>{url} 正在使用一个密钥。</translation>
</message>
<message>
<source>A key is in use for {url}. It comes from COMETAPI_KEY.</source>
<translation>{url} 正在使用一个密钥，来自 COMETAPI_KEY。</translation>
</message>
<message>
<source>A key is in use for {url}. It is in memory only, until you quit.</source>
<translation>{url} 正在使用一个密钥，只保留在内存中，到程序退出为止。</translation>
</message>
<message>
<source>A key is in use for {url}. It is stored in the keyring of this computer.</source>
<translation>{url} 正在使用一个密钥，保存在这台电脑的密钥环中。</translation>
</message>
<message>
<source>CometAPI key</source>
<translation>CometAPI 密钥</translation>
</message>
<message>
<source>Looking for a key…</source>
<translation>正在查找密钥…</translation>
</message>
<message>
<source>No key is in use: VoiceDesk practises, and nothing leaves this computer.</source>
<translation>目前没有使用密钥：VoiceDesk 处于练习模式，数据不会离开这台电脑。</translation>
</message>
<message>
<source>Paste the key; it is not shown</source>
<translation>粘贴密钥，不会显示内容</translation>
</message>
<message>
<source>Remove</source>
<translation>移除</translation>
</message>
<message>
<source>Store and test</source>
<translation>保存并测试</translation>
</message>
<message>
<source>Storing the key…</source>
<translation>正在保存密钥…</translation>
</message>
<message>
<source>Test</source>
<translation>测试</translation>
</message>
<message>
<source>Testing the key…</source>
<translation>正在测试密钥…</translation>
</message>
</context>
<context>
<name>KeyStep</name>
<message>
<source>Copy the key, which begins with sk-, and paste it below.</source>
<translation>复制以 sk- 开头的密钥，粘贴到下方。</translation>
</message>
<message>
<source>Open the console, and in it the personal centre.</source>
<translation>打开控制台，进入个人中心。</translation>
</message>
<message>
<source>Open this page</source>
<translation>打开此网页</translation>
</message>
<message>
<source>Practise without a key</source>
<translation>不用密钥，先练习</translation>
</message>
<message>
<source>Sign in at cometapi.com; register first if you are new there.</source>
<translation>登录 cometapi.com；首次使用请先注册。</translation>
</message>
<message>
<source>Under “API token”, press “Add Token”.</source>
<translation>在“API token”下点击“Add Token”。</translation>
</message>
</context>
<context>
<name>LevelMeter</name>
<message>
<source>Level of the microphone</source>
<translation>麦克风音量</translation>
</message>
</context>
<context>
<name>LinkDialog</name>
<message>
<source>Cancel</source>
<translation>取消</translation>
</message>
<message>
<source>Copy address</source>
<translation>复制地址</translation>
</message>
<message>
<source>Open</source>
<translation>打开</translation>
</message>
<message>
<source>Open link</source>
<translation>打开链接</translation>
</message>
<message>
<source>Open this website in your browser? A message can contain any address, so look at it first.</source>
<translation>要在浏览器中打开这个网站吗？消息中可能有任何地址，请先看清楚。</translation>
</message>
<message>
<source>Whole address</source>
<translation>完整地址</translation>
</message>
<message>
<source>Write an e-mail to this address, in your mail program?</source>
<translation>要用邮件程序写信到这个地址吗？</translation>
</message>
</context>
<context>
<name>ListDelegate</name>
<message>
<source>Title of the conversation</source>
<translation>对话标题</translation>
</message>
</context>
<context>
<name>MainWindow</name>
<message>
<source>Go to the conversations, or back</source>
<translation>转到对话列表，或返回</translation>
</message>
<message>
<source>Go to the question</source>
<translation>转到问题栏</translation>
</message>
<message>
<source>Quit</source>
<translation>退出</translation>
</message>
<message>
<source>Settings</source>
<translation>设置</translation>
</message>
<message>
<source>Stop everything</source>
<translation>全部停止</translation>
</message>
</context>
<context>
<name>ModelRow</name>
<message>
<source>Use {name}</source>
<translation>使用 {name}</translation>
</message>
</context>
<context>
<name>Models</name>
<message>
<source>End: none is announced.</source>
<translation>停用日期：尚未公布。</translation>
</message>
<message>
<source>End: not known here.</source>
<translation>停用日期：未知。</translation>
</message>
<message>
<source>End: {day}.</source>
<translation>停用日期：{day}。</translation>
</message>
<message>
<source>Its supplier has turned this model off.</source>
<translation>供应商已停用此模型。</translation>
</message>
<message>
<source>Its supplier turns this model off on {day}.</source>
<translation>供应商将于 {day} 停用此模型。</translation>
</message>
<message>
<source>Price for a million characters: {voiced}.</source>
<translation>每百万字符价格：{voiced}。</translation>
</message>
<message>
<source>Price for a million tokens: text {text_in} in and {text_out} out, sound {audio_in} in and {audio_out} out.</source>
<translation>每百万 token 价格：文字输入 {text_in}、输出 {text_out}，声音输入 {audio_in}、输出 {audio_out}。</translation>
</message>
<message>
<source>Price for a million tokens: {text_in} in and {text_out} out.</source>
<translation>每百万 token 价格：输入 {text_in}，输出 {text_out}。</translation>
</message>
<message>
<source>Price for a minute of sound: {written_down}.</source>
<translation>每分钟声音价格：{written_down}。</translation>
</message>
<message>
<source>Price: not known here.</source>
<translation>价格：未知。</translation>
</message>
<message>
<source>The service does not offer this model.</source>
<translation>服务不提供此模型。</translation>
</message>
<message>
<source>{price} Where the service publishes none, it is the maker’s.</source>
<translation>{price}服务未公布时，采用原厂价格。</translation>
</message>
</context>
<context>
<name>ModelsPage</name>
<message>
<source>Answers typed questions in writing.</source>
<translation>用文字回答打字的问题。</translation>
</message>
<message>
<source>Asking the service…</source>
<translation>正在询问服务…</translation>
</message>
<message>
<source>For reading aloud</source>
<translation>用于朗读</translation>
</message>
<message>
<source>For silent answers</source>
<translation>用于文字回答</translation>
</message>
<message>
<source>For talking</source>
<translation>用于交谈</translation>
</message>
<message>
<source>For writing down</source>
<translation>用于转成文字</translation>
</message>
<message>
<source>Hear it</source>
<translation>试听</translation>
</message>
<message>
<source>Hears what you say and answers aloud.</source>
<translation>听您说话并出声回答。</translation>
</message>
<message>
<source>Hello. This is how I sound.</source>
<translation>您好，这就是我的声音。</translation>
</message>
<message>
<source>In practice every voice sounds alike: one tone for each word.</source>
<translation>练习时每种音色都一样：每个字一个音。</translation>
</message>
<message>
<source>Models</source>
<translation>模型</translation>
</message>
<message>
<source>One short sentence spoken by {model}; it costs a fraction of a cent.</source>
<translation>由 {model} 说一句短句，费用不到一分钱。</translation>
</message>
<message>
<source>One short sentence spoken by {model}; what it costs is not known here.</source>
<translation>由 {model} 说一句短句，费用未知。</translation>
</message>
<message>
<source>Refresh</source>
<translation>刷新</translation>
</message>
<message>
<source>Sample</source>
<translation>试听</translation>
</message>
<message>
<source>Speaks a text.</source>
<translation>将文字读出来。</translation>
</message>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>The list could not be had: {reason}</source>
<translation>无法获取列表：{reason}</translation>
</message>
<message>
<source>The service is asked for its models when this page opens.</source>
<translation>打开本页时会向服务询问有哪些模型。</translation>
</message>
<message>
<source>The service offers {count} models, as of {time}.</source>
<translation>服务提供 {count} 个模型（{time}）。</translation>
</message>
<message>
<source>Turns what you say into text.</source>
<translation>将您说的话转成文字。</translation>
</message>
<message>
<source>Used for spoken answers.</source>
<translation>用于语音回答。</translation>
</message>
<message>
<source>Voice</source>
<translation>音色</translation>
</message>
<message>
<source>What is known of a model is from {day}.</source>
<translation>模型信息截至 {day}。</translation>
</message>
<message>
<source>{model} does not have this voice. You hear it when {talk} answers.</source>
<translation>{model} 没有这种音色。由 {talk} 回答时才能听到。</translation>
</message>
</context>
<context>
<name>Money</name>
<message>
<source>Speech received</source>
<translation>收到的语音</translation>
</message>
<message>
<source>Speech sent</source>
<translation>发送的语音</translation>
</message>
<message>
<source>Speech written down</source>
<translation>转成文字的语音</translation>
</message>
<message>
<source>Text read aloud</source>
<translation>朗读的文字</translation>
</message>
<message>
<source>Text received</source>
<translation>收到的文字</translation>
</message>
<message>
<source>Text sent</source>
<translation>发送的文字</translation>
</message>
<message>
<source>Text sent again</source>
<translation>再次发送的文字</translation>
</message>
<message>
<source>about {amount}</source>
<translation>约 {amount}</translation>
</message>
<message>
<source>cost unknown</source>
<translation>费用未知</translation>
</message>
<message>
<source>free</source>
<translation>免费</translation>
</message>
<message>
<source>more than {amount}</source>
<translation>超过 {amount}</translation>
</message>
<message>
<source>{count} characters</source>
<translation>{count} 字符</translation>
</message>
<message>
<source>{count} tokens</source>
<translation>{count} token</translation>
</message>
<message>
<source>{length} min</source>
<translation>{length} 分钟</translation>
</message>
</context>
<context>
<name>MoneyPage</name>
<message>
<source>Ask before a recording that costs more than</source>
<translation>录音费用超过多少时先询问</translation>
</message>
<message>
<source>CometAPI takes 80 % where both prices are known.</source>
<translation>在双方价格都已知时，CometAPI 收取 80 %。</translation>
</message>
<message>
<source>How much of what was said before goes along with each question. When it is nearly full, the oldest part is summed up; you can read and change the summary. More room costs more.</source>
<translation>每个问题附上多少先前的对话。快满时，最旧的部分会做成摘要；您可以阅读和修改摘要。容量越大，费用越高。</translation>
</message>
<message>
<source>It is kept, and sent when you say so. Only long recordings cost that much.</source>
<translation>录音会保留，等您同意才发送。只有很长的录音才会这么贵。</translation>
</message>
<message>
<source>Limits</source>
<translation>上限</translation>
</message>
<message>
<source>Long conversations</source>
<translation>长对话</translation>
</message>
<message>
<source>Monthly cap in US dollars</source>
<translation>每月上限（美元）</translation>
</message>
<message>
<source>No cap</source>
<translation>没有上限</translation>
</message>
<message>
<source>Prices</source>
<translation>价格</translation>
</message>
<message>
<source>Prices of {day}. CometAPI publishes its prices for text on {source}. Where it publishes none, as for sound, the price of the maker (OpenAI) counts by the share below, and the amount is marked with “about”. Your balance at CometAPI is what counts.</source>
<translation>价格日期：{day}。CometAPI 的文字价格公布于 {source}。没有公布的（例如声音），以原厂（OpenAI）价格乘以下方比例计算，金额会标示“约”。实际费用以您在 CometAPI 的余额为准。</translation>
</message>
<message>
<source>Room for the history</source>
<translation>对话容量</translation>
</message>
<message>
<source>Share of the maker’s price</source>
<translation>原厂价格的比例</translation>
</message>
<message>
<source>Spent</source>
<translation>已花费</translation>
</message>
<message>
<source>What would pass it is kept and not sent. It counts what this program spent, by estimates where no price is published. A limit of the key at CometAPI holds in any case.</source>
<translation>会超过上限的内容只保留、不发送。只计算本程序的花费，没有公布价格的按估计值计算。CometAPI 上的密钥额度仍然有效。</translation>
</message>
<message>
<source>{count} tokens</source>
<translation>{count} token</translation>
</message>
</context>
<context>
<name>MonthCard</name>
<message>
<source>MMMM yyyy</source>
<translation>yyyy年M月</translation>
</message>
<message>
<source>Not counted, because nobody knows the price: {models}.</source>
<translation>价格未知，未计入：{models}。</translation>
</message>
<message>
<source>Practice costs nothing.</source>
<translation>练习不收费。</translation>
</message>
<message>
<source>The month after</source>
<translation>下个月</translation>
</message>
<message>
<source>The month before</source>
<translation>上个月</translation>
</message>
<message>
<source>Your cap is {cap}.</source>
<translation>您的上限是 {cap}。</translation>
</message>
</context>
<context>
<name>MoreMenu</name>
<message>
<source>More</source>
<translation>更多</translation>
</message>
</context>
<context>
<name>Notices</name>
<message>
<source>Check this computer</source>
<translation>检查这台电脑</translation>
</message>
<message>
<source>Choose a device</source>
<translation>选择设备</translation>
</message>
<message>
<source>Choose a model</source>
<translation>选择模型</translation>
</message>
<message>
<source>Enter key</source>
<translation>输入密钥</translation>
</message>
<message>
<source>Money settings</source>
<translation>费用设置</translation>
</message>
<message>
<source>Recordings recovered: {count}</source>
<translation>已恢复的录音：{count}</translation>
</message>
<message>
<source>Send the recording</source>
<translation>发送录音</translation>
</message>
<message>
<source>Show details</source>
<translation>显示详细信息</translation>
</message>
<message>
<source>Try again</source>
<translation>重试</translation>
</message>
<message>
<source>VoiceDesk stopped before they were sent. Send, hear or delete them in the conversation.</source>
<translation>VoiceDesk 在发送前停止了。您可以在对话中发送、收听或删除。</translation>
</message>
</context>
<context>
<name>Page</name>
<message>
<source>Back to the defaults</source>
<translation>恢复默认值</translation>
</message>
<message>
<source>Only this page is reset; it can be taken back.</source>
<translation>只重置本页，之后可以撤销。</translation>
</message>
<message>
<source>Undo the reset</source>
<translation>撤销重置</translation>
</message>
</context>
<context>
<name>PageButtons</name>
<message>
<source>Settings</source>
<translation>设置</translation>
</message>
<message>
<source>Talk</source>
<translation>交谈</translation>
</message>
</context>
<context>
<name>PersonaPage</name>
<message>
<source>Begin from</source>
<translation>从模板开始</translation>
</message>
<message>
<source>Instructions</source>
<translation>指令</translation>
</message>
<message>
<source>Language partner</source>
<translation>语言伙伴</translation>
</message>
<message>
<source>Patient teacher</source>
<translation>有耐心的老师</translation>
</message>
<message>
<source>Short answers</source>
<translation>简短回答</translation>
</message>
<message>
<source>Sounding board</source>
<translation>倾听者</translation>
</message>
<message>
<source>These words go before every conversation. They say who answers, and how.</source>
<translation>这段文字会放在每段对话之前，说明由谁回答、如何回答。</translation>
</message>
<message>
<source>Usual</source>
<translation>常用</translation>
</message>
<message>
<source>You are a friendly partner for language practice who speaks aloud. Talk slowly about everyday things, correct one mistake at a time after the person has finished, and end with a question.</source>
<translation>你是友善的语言练习伙伴，以说话的方式交谈。慢慢聊日常的事，等对方说完后一次纠正一个错误，最后以问题结束。</translation>
</message>
<message>
<source>You are a patient teacher who speaks aloud, in the language of the person. Explain one step at a time in plain words, give an everyday example, and ask whether it was clear.</source>
<translation>你是有耐心的老师，用对方的语言说话。一次用浅白的话解释一个步骤，举一个日常的例子，并问对方是否明白。</translation>
</message>
<message>
<source>You are a voice assistant. Answer aloud, in the language of the person, in one or two short sentences. Say more only when you are asked for it.</source>
<translation>你是语音助手。用对方的语言，以一两句短句出声回答。只有被要求时才多说。</translation>
</message>
<message>
<source>You help a person think aloud, in their language. Say in one sentence what you understood, then ask the one question that helps most. Give advice only when you are asked for it.</source>
<translation>你用对方的语言帮助他边说边想。先用一句话说出你的理解，再问一个最有帮助的问题。只有被要求时才给建议。</translation>
</message>
<message>
<source>{count} of {most} characters</source>
<translation>{count} / {most} 字符</translation>
</message>
</context>
<context>
<name>PlaceDialog</name>
<message>
<source>Export conversation</source>
<translation>导出对话</translation>
</message>
</context>
<context>
<name>PracticeLine</name>
<message>
<source>Add key</source>
<translation>添加密钥</translation>
</message>
<message>
<source>Practice</source>
<translation>练习模式</translation>
</message>
<message>
<source>Practice: nothing leaves this computer, and the answers are examples.</source>
<translation>练习模式：数据不会离开这台电脑，回答只是示例。</translation>
</message>
<message>
<source>Practice: the answers are examples.</source>
<translation>练习模式：回答只是示例。</translation>
</message>
</context>
<context>
<name>Privacy</name>
<message>
<source>So that your own words can be shown, {model} gets:</source>
<translation>为了显示您说的话，{model} 会收到：</translation>
</message>
<message>
<source>When a conversation grows too long to be sent whole, {model} gets:</source>
<translation>对话太长、无法整段发送时，{model} 会收到：</translation>
</message>
<message>
<source>When a spoken answer comes without sound, {model} gets:</source>
<translation>语音回答没有声音时，{model} 会收到：</translation>
</message>
<message>
<source>When you begin to talk, a connection is made ready, which sends:</source>
<translation>您开始说话时会先准备连接，发送的是：</translation>
</message>
<message>
<source>When you talk, {model} gets:</source>
<translation>您说话时，{model} 会收到：</translation>
</message>
<message>
<source>When you test the key or look at the models, the service gets:</source>
<translation>您测试密钥或查看模型时，服务会收到：</translation>
</message>
<message>
<source>When you try a voice, {model} gets:</source>
<translation>您试听音色时，{model} 会收到：</translation>
</message>
<message>
<source>When you type a question, {model} gets:</source>
<translation>您打字提问时，{model} 会收到：</translation>
</message>
<message>
<source>a fixed sentence</source>
<translation>一句固定的话</translation>
</message>
<message>
<source>neither the key nor anything you said</source>
<translation>不含密钥，也不含您说的任何话</translation>
</message>
<message>
<source>the instructions of the persona</source>
<translation>角色的指令</translation>
</message>
<message>
<source>the name by which the service knows the sound of its last answer</source>
<translation>服务用来识别上一个回答声音的名称</translation>
</message>
<message>
<source>the recording</source>
<translation>录音</translation>
</message>
<message>
<source>the text of its oldest part, to sum it up for later questions</source>
<translation>最旧部分的文字，用来为之后的问题做摘要</translation>
</message>
<message>
<source>the text of the answer</source>
<translation>回答的文字</translation>
</message>
<message>
<source>the text of this conversation, as far back as there is room</source>
<translation>这段对话的文字，在容量之内往前回溯</translation>
</message>
<message>
<source>what you typed</source>
<translation>您输入的文字</translation>
</message>
<message>
<source>your key, in a header</source>
<translation>您的密钥，放在请求头中</translation>
</message>
</context>
<context>
<name>PrivacyPage</name>
<message>
<source>All of this goes to {url} and to no other address.</source>
<translation>这些都只发送到 {url}，不会发送到其他地址。</translation>
</message>
<message>
<source>Never</source>
<translation>绝不发送</translation>
</message>
<message>
<source>No request that you did not begin, and none to any other address</source>
<translation>不是由您开始的请求，以及发到其他地址的请求</translation>
</message>
<message>
<source>No telemetry, and no search for updates</source>
<translation>没有遥测，也不会查找更新</translation>
</message>
<message>
<source>Practice is on: all of this goes to a service inside VoiceDesk, and nothing leaves this computer.</source>
<translation>练习模式已开启：这些都发送到 VoiceDesk 内置的服务，不会离开这台电脑。</translation>
</message>
<message>
<source>The key: only in the keyring, in memory, and in the header of a request</source>
<translation>密钥：只存在于密钥环、内存和请求头中</translation>
</message>
<message>
<source>What each request holds</source>
<translation>每次请求的内容</translation>
</message>
</context>
<context>
<name>Problem</name>
<message>
<source>A key that you enter is used until you quit. Unlock or install a keyring to keep it.</source>
<translation>您输入的密钥只用到程序退出为止。要保存密钥，请解锁或安装密钥环。</translation>
</message>
<message>
<source>A recording could not be deleted ({reason}).</source>
<translation>无法删除录音（{reason}）。</translation>
</message>
<message>
<source>A recording was recovered ({length}).</source>
<translation>已恢复一段录音（{length}）。</translation>
</message>
<message>
<source>A web page answered instead of the service.</source>
<translation>响应的是网页，不是服务。</translation>
</message>
<message>
<source>About {spent} of your monthly cap of {cap} is spent.</source>
<translation>每月上限 {cap}，已花费约 {spent}。</translation>
</message>
<message>
<source>Allow VoiceDesk to listen on this computer, or add your key.</source>
<translation>请允许 VoiceDesk 在这台电脑上接受连接，或添加您的密钥。</translation>
</message>
<message>
<source>An answer to this recording would cost about {cost}.</source>
<translation>回答这段录音约需 {cost}。</translation>
</message>
<message>
<source>Another program holds the conversation history.</source>
<translation>其他程序正在使用对话记录。</translation>
</message>
<message>
<source>Everything else works. The system’s own settings may have a list of programs that start.</source>
<translation>其他功能都正常。系统设置中可能有启动程序列表。</translation>
</message>
<message>
<source>Everything goes on until the cap is reached. You can change it in Settings → Money.</source>
<translation>达到上限前一切照常。您可以在“设置 → 费用”中更改。</translation>
</message>
<message>
<source>Everything is kept. Start a new conversation and ask again there.</source>
<translation>内容都已保留。请开始新对话，在那里再问一次。</translation>
</message>
<message>
<source>Everything stays here. Only what goes along with new questions leaves the oldest messages out.</source>
<translation>所有内容都留在这里。只是新问题不再附上最旧的消息。</translation>
</message>
<message>
<source>Everything up to now is kept. Ask for a shorter answer.</source>
<translation>到目前为止的内容都已保留。请要求较短的回答。</translation>
</message>
<message>
<source>Everything up to now is kept. Try again.</source>
<translation>到目前为止的内容都已保留，请重试。</translation>
</message>
<message>
<source>Everything up to now is kept. Try again; it may be charged again.</source>
<translation>到目前为止的内容都已保留。请重试，可能会再次计费。</translation>
</message>
<message>
<source>Free some space or check {folder}. Only pieces that are not stored are sent again.</source>
<translation>请腾出一些空间，或检查 {folder}。只有未保存的片段会再次发送。</translation>
</message>
<message>
<source>Hold to talk.</source>
<translation>按住才能说话。</translation>
</message>
<message>
<source>It is kept and was stopped there.</source>
<translation>录音已保留，并在该处停止。</translation>
</message>
<message>
<source>It is kept. Send it as MP3, or transcribe it in pieces with “voicedesk transcribe”.</source>
<translation>录音已保留。请改用 MP3 发送，或用“voicedesk transcribe”分段转成文字。</translation>
</message>
<message>
<source>It is no longer shown here. It lies in {folder}.</source>
<translation>这里不再显示它，文件位于 {folder}。</translation>
</message>
<message>
<source>It is opened for reading only. Update VoiceDesk to go on writing to it.</source>
<translation>记录以只读方式打开。要继续写入，请更新 VoiceDesk。</translation>
</message>
<message>
<source>It is used until you quit. Check the keyring, then store it again.</source>
<translation>密钥可用到程序退出为止。请检查密钥环，再重新保存。</translation>
</message>
<message>
<source>It stays on screen and saving is tried again. Free some space or check {folder}.</source>
<translation>对话仍在屏幕上，程序会再次尝试保存。请腾出一些空间，或检查 {folder}。</translation>
</message>
<message>
<source>It was not sent. You can send it, listen to it or delete it.</source>
<translation>录音尚未发送。您可以发送、收听或删除它。</translation>
</message>
<message>
<source>It was sent all the same. Lower the level of the microphone.</source>
<translation>录音仍已发送。请调低麦克风音量。</translation>
</message>
<message>
<source>It was sent all the same. Move closer, or raise the level.</source>
<translation>录音仍已发送。请靠近麦克风，或调高音量。</translation>
</message>
<message>
<source>It was set aside as {file}, and {turns} turns were rescued. Everything new is saved.</source>
<translation>旧文件已另存为 {file}，并恢复了 {turns} 轮对话。新的内容都会保存。</translation>
</message>
<message>
<source>Its text is. Export it as text instead.</source>
<translation>文字仍在，请改为导出文字。</translation>
</message>
<message>
<source>Keep the button or the Space key down while you speak.</source>
<translation>说话时请按住按钮或空格键。</translation>
</message>
<message>
<source>No loudspeaker was found.</source>
<translation>找不到扬声器。</translation>
</message>
<message>
<source>No microphone was found.</source>
<translation>找不到麦克风。</translation>
</message>
<message>
<source>No safe place for the key was found.</source>
<translation>找不到安全的位置存放密钥。</translation>
</message>
<message>
<source>Nobody knows what {model} costs, so your monthly cap cannot hold it.</source>
<translation>{model} 的价格未知，因此无法套用每月上限。</translation>
</message>
<message>
<source>None of the sound of this conversation is kept.</source>
<translation>这段对话没有保留任何声音。</translation>
</message>
<message>
<source>Not everything could be deleted ({reason}).</source>
<translation>无法删除全部内容（{reason}）。</translation>
</message>
<message>
<source>Nothing is heard from the microphone.</source>
<translation>麦克风没有声音。</translation>
</message>
<message>
<source>Nothing is heard from this microphone.</source>
<translation>这个麦克风没有声音。</translation>
</message>
<message>
<source>Nothing is lost, and nothing was sent there. Check the base URL.</source>
<translation>没有丢失任何内容，也没有发送到该处。请检查服务地址。</translation>
</message>
<message>
<source>Nothing is lost, and nothing was sent. Check the internet connection, then try again.</source>
<translation>没有丢失任何内容，也没有发送任何内容。请检查网络连接，然后重试。</translation>
</message>
<message>
<source>Nothing is lost, and the stored key is kept. Check the key at CometAPI or enter another one.</source>
<translation>没有丢失任何内容，已保存的密钥也保留着。请到 CometAPI 检查密钥，或输入另一个密钥。</translation>
</message>
<message>
<source>Nothing is lost. Change the request or the settings, then try again.</source>
<translation>没有丢失任何内容。请更改请求或设置，然后重试。</translation>
</message>
<message>
<source>Nothing is lost. Check the base URL and any proxy on the way.</source>
<translation>没有丢失任何内容。请检查服务地址和沿途的代理服务器。</translation>
</message>
<message>
<source>Nothing is lost. Check the base URL; it usually ends in /v1.</source>
<translation>没有丢失任何内容。请检查服务地址，结尾通常是 /v1。</translation>
</message>
<message>
<source>Nothing is lost. Check the connection, then try again.</source>
<translation>没有丢失任何内容。请检查连接，然后重试。</translation>
</message>
<message>
<source>Nothing is lost. Check the internet connection, then try again.</source>
<translation>没有丢失任何内容。请检查网络连接，然后重试。</translation>
</message>
<message>
<source>Nothing is lost. Choose another model, or allow this one for the key at CometAPI.</source>
<translation>没有丢失任何内容。请改选其他模型，或到 CometAPI 允许此密钥使用该模型。</translation>
</message>
<message>
<source>Nothing is lost. Choose another model.</source>
<translation>没有丢失任何内容。请改选其他模型。</translation>
</message>
<message>
<source>Nothing is lost. Look at the balance of the account and at the limit of this key.</source>
<translation>没有丢失任何内容。请查看账户余额和此密钥的额度。</translation>
</message>
<message>
<source>Nothing is lost. On a hotel or guest network, sign in first; otherwise check the base URL.</source>
<translation>没有丢失任何内容。如果使用酒店或访客网络，请先登录；否则请检查服务地址。</translation>
</message>
<message>
<source>Nothing is lost. Put the name and password into {variable}, then start again.</source>
<translation>没有丢失任何内容。请将用户名和密码填入 {variable}，然后重新启动。</translation>
</message>
<message>
<source>Nothing is lost. The proxy is set by {variable}. Check it, then try again.</source>
<translation>没有丢失任何内容。代理服务器由 {variable} 设置，请检查后重试。</translation>
</message>
<message>
<source>Nothing is lost. This is wait {attempt}; Stop ends it.</source>
<translation>没有丢失任何内容。这是第 {attempt} 次等待，按“停止”可结束。</translation>
</message>
<message>
<source>Nothing is lost. Try again in a moment, or check the base URL.</source>
<translation>没有丢失任何内容。请稍后重试，或检查服务地址。</translation>
</message>
<message>
<source>Nothing is lost. Try again in a moment; it may be charged again.</source>
<translation>没有丢失任何内容。请稍后重试，可能会再次计费。</translation>
</message>
<message>
<source>Nothing is lost. Try again {when}.</source>
<translation>没有丢失任何内容。请{when}重试。</translation>
</message>
<message>
<source>Nothing is lost. Try again; it may be charged again.</source>
<translation>没有丢失任何内容。请重试，可能会再次计费。</translation>
</message>
<message>
<source>Nothing is lost: the conversation can be sent as text. Try again.</source>
<translation>没有丢失任何内容：对话可以用文字发送。请重试。</translation>
</message>
<message>
<source>Nothing was changed. Start the window of VoiceDesk: it mends a damaged file as far as possible.</source>
<translation>没有更改任何内容。请打开 VoiceDesk 窗口，它会尽可能修复损坏的文件。</translation>
</message>
<message>
<source>Nothing was kept of it. Connect the microphone again or choose another one, then check again.</source>
<translation>没有保留任何内容。请重新连接麦克风或改选其他麦克风，再检查一次。</translation>
</message>
<message>
<source>Nothing was kept of the check. Is the microphone muted? Choose another one, then check again.</source>
<translation>检查没有保留任何内容。麦克风是否已静音？请改选其他麦克风，再检查一次。</translation>
</message>
<message>
<source>Nothing was recorded. Free some space or check {folder}, then talk again.</source>
<translation>没有录下任何内容。请腾出一些空间或检查 {folder}，再说一次。</translation>
</message>
<message>
<source>Nothing was sent, and what you said or wrote is kept. About {spent} is spent this month. Raise the cap in Settings → Money to go on.</source>
<translation>没有发送任何内容，您说的和写的都已保留。本月已花费约 {spent}。要继续，请在“设置 → 费用”中提高上限。</translation>
</message>
<message>
<source>Nothing was sent, and what you said or wrote is kept. Choose another model, or turn the cap off in Settings → Money.</source>
<translation>没有发送任何内容，您说的和写的都已保留。请改选其他模型，或在“设置 → 费用”中关闭上限。</translation>
</message>
<message>
<source>Nothing was sent. Check the base URL and the network you are on.</source>
<translation>没有发送任何内容。请检查服务地址和所在的网络。</translation>
</message>
<message>
<source>Nothing was sent. Check the date of this computer ({clock}) and the network you are on.</source>
<translation>没有发送任何内容。请检查这台电脑的日期（{clock}）和所在的网络。</translation>
</message>
<message>
<source>Nothing was sent. It looks like https://api.cometapi.com/v1.</source>
<translation>没有发送任何内容。地址应类似 https://api.cometapi.com/v1。</translation>
</message>
<message>
<source>Nothing was stored. Copy the key again; it starts with “sk-”.</source>
<translation>没有保存任何内容。请重新复制密钥，开头是“sk-”。</translation>
</message>
<message>
<source>Part of the sound was damaged and is left out.</source>
<translation>部分声音已损坏，因此略过。</translation>
</message>
<message>
<source>Practice mode could not start.</source>
<translation>练习模式无法启动。</translation>
</message>
<message>
<source>Practice mode works without one. Add your key to talk to the service.</source>
<translation>练习模式不需要密钥。要与服务交谈，请添加您的密钥。</translation>
</message>
<message>
<source>Recording cannot begin ({reason}).</source>
<translation>无法开始录音（{reason}）。</translation>
</message>
<message>
<source>Recording stopped because {reason}.</source>
<translation>{reason}，因此停止录音。</translation>
</message>
<message>
<source>Sending got stuck.</source>
<translation>发送卡住了。</translation>
</message>
<message>
<source>Some settings could not be used: {names}.</source>
<translation>部分设置无法使用：{names}。</translation>
</message>
<message>
<source>Something in VoiceDesk failed.</source>
<translation>VoiceDesk 内部出错。</translation>
</message>
<message>
<source>Starting with the session could not be changed ({reason}).</source>
<translation>无法更改登录时启动的设置（{reason}）。</translation>
</message>
<message>
<source>The answer came as text and could not be spoken.</source>
<translation>回答只有文字，无法读出来。</translation>
</message>
<message>
<source>The answer is shown as text, and its sound is kept. Choose another loudspeaker, then play it again.</source>
<translation>回答以文字显示，声音已保留。请改选其他扬声器，再播放一次。</translation>
</message>
<message>
<source>The answer is shown as text, and its sound is kept. Connect a loudspeaker to hear it.</source>
<translation>回答以文字显示，声音已保留。要听回答，请连接扬声器。</translation>
</message>
<message>
<source>The answer is shown as text, and its sound is kept. Play it again when a loudspeaker is there.</source>
<translation>回答以文字显示，声音已保留。有扬声器时可再播放。</translation>
</message>
<message>
<source>The answer is too large.</source>
<translation>回答太大。</translation>
</message>
<message>
<source>The answer reached the length limit.</source>
<translation>回答已达长度上限。</translation>
</message>
<message>
<source>The answer stopped because {reason}.</source>
<translation>{reason}，因此停止回答。</translation>
</message>
<message>
<source>The answer was cut off.</source>
<translation>回答中断了。</translation>
</message>
<message>
<source>The beginning of this conversation could not be summed up.</source>
<translation>无法为这段对话的开头做摘要。</translation>
</message>
<message>
<source>The check of the microphone broke off.</source>
<translation>麦克风检查中断了。</translation>
</message>
<message>
<source>The connection to {host} is not secure: {reason}.</source>
<translation>与 {host} 的连接不安全：{reason}。</translation>
</message>
<message>
<source>The connection was lost.</source>
<translation>连接断开了。</translation>
</message>
<message>
<source>The conversation could not be saved ({reason}).</source>
<translation>无法保存对话（{reason}）。</translation>
</message>
<message>
<source>The conversation history cannot be read ({reason}).</source>
<translation>无法读取对话记录（{reason}）。</translation>
</message>
<message>
<source>The conversation history was damaged.</source>
<translation>对话记录已损坏。</translation>
</message>
<message>
<source>The conversation history was made by a newer version.</source>
<translation>对话记录由较新的版本创建。</translation>
</message>
<message>
<source>The conversation is too long for {model}.</source>
<translation>对话超过 {model} 的长度上限。</translation>
</message>
<message>
<source>The conversation is unchanged. Choose another name or folder.</source>
<translation>对话没有改变。请改选其他名称或文件夹。</translation>
</message>
<message>
<source>The conversation stays on screen and saving is tried again. Close the other program.</source>
<translation>对话仍在屏幕上，程序会再次尝试保存。请关闭另一个程序。</translation>
</message>
<message>
<source>The credit at CometAPI is used up.</source>
<translation>CometAPI 的余额已用完。</translation>
</message>
<message>
<source>The defaults are used. The old file is kept as {file}.</source>
<translation>已改用默认值。旧文件保留为 {file}。</translation>
</message>
<message>
<source>The disk is full, so recording stopped.</source>
<translation>磁盘已满，因此停止录音。</translation>
</message>
<message>
<source>The file was not changed. Choose another one.</source>
<translation>文件未经更改，请改选其他文件。</translation>
</message>
<message>
<source>The finished pieces of the transcription cannot be stored ({reason}).</source>
<translation>无法保存已完成的转写片段（{reason}）。</translation>
</message>
<message>
<source>The key could not be stored.</source>
<translation>无法保存密钥。</translation>
</message>
<message>
<source>The key in it is safe. Look for a password window, or enter the key for this session.</source>
<translation>其中的密钥是安全的。请找找看有没有密码窗口，或输入本次要用的密钥。</translation>
</message>
<message>
<source>The key in it is safe. Unlock the keyring, or enter the key for this session.</source>
<translation>其中的密钥是安全的。请解锁密钥环，或输入本次要用的密钥。</translation>
</message>
<message>
<source>The key in it was not changed. Enter the key for this session.</source>
<translation>其中的密钥没有改变。请输入本次要用的密钥。</translation>
</message>
<message>
<source>The key was not accepted.</source>
<translation>密钥未被接受。</translation>
</message>
<message>
<source>The key was stored in {before}; this session uses {now}.</source>
<translation>密钥存放在 {before}，本次使用的是 {now}。</translation>
</message>
<message>
<source>The keyring does not answer.</source>
<translation>密钥环没有响应。</translation>
</message>
<message>
<source>The keyring reported an error.</source>
<translation>密钥环报告错误。</translation>
</message>
<message>
<source>The keyring stayed locked.</source>
<translation>密钥环仍然锁着。</translation>
</message>
<message>
<source>The loudspeaker did not start.</source>
<translation>扬声器没有启动。</translation>
</message>
<message>
<source>The loudspeaker was removed.</source>
<translation>扬声器已移除。</translation>
</message>
<message>
<source>The microphone does not answer.</source>
<translation>麦克风没有响应。</translation>
</message>
<message>
<source>The microphone is in use by another program.</source>
<translation>其他程序正在使用麦克风。</translation>
</message>
<message>
<source>The microphone stopped sending sound.</source>
<translation>麦克风不再传来声音。</translation>
</message>
<message>
<source>The microphone was removed.</source>
<translation>麦克风已移除。</translation>
</message>
<message>
<source>The microphone {device} cannot be used.</source>
<translation>无法使用麦克风 {device}。</translation>
</message>
<message>
<source>The microphone {device} is not connected.</source>
<translation>麦克风 {device} 未连接。</translation>
</message>
<message>
<source>The part received is kept. Ask it to go on, or repeat the turn; it may be charged again.</source>
<translation>已收到的部分都保留着。请要求继续，或重复这一轮，可能会再次计费。</translation>
</message>
<message>
<source>The proxy {proxy} does not answer.</source>
<translation>代理服务器 {proxy} 没有响应。</translation>
</message>
<message>
<source>The proxy {proxy} wants a password.</source>
<translation>代理服务器 {proxy} 需要密码。</translation>
</message>
<message>
<source>The recording ({length}) is kept and nothing was sent. Send it if that is what you want.</source>
<translation>录音（{length}）已保留，没有发送任何内容。如要发送，请点击发送。</translation>
</message>
<message>
<source>The recording could not be written ({reason}).</source>
<translation>无法写入录音（{reason}）。</translation>
</message>
<message>
<source>The recording is kept and nothing was sent. Is the microphone muted?</source>
<translation>录音已保留，没有发送任何内容。麦克风是否已静音？</translation>
</message>
<message>
<source>The recording is no longer there.</source>
<translation>录音已不存在。</translation>
</message>
<message>
<source>The recording is too large for one request.</source>
<translation>录音太大，无法一次发送。</translation>
</message>
<message>
<source>The recording is too loud.</source>
<translation>录音音量太大。</translation>
</message>
<message>
<source>The recording is very quiet.</source>
<translation>录音音量很小。</translation>
</message>
<message>
<source>The recording reached its longest time ({minutes} min).</source>
<translation>录音已达最长时间（{minutes} 分钟）。</translation>
</message>
<message>
<source>The rest is kept. The computer was too busy to record all of it.</source>
<translation>其余部分都已保留。电脑太忙，无法录下全部。</translation>
</message>
<message>
<source>The service did not accept the sound format.</source>
<translation>服务不接受这种声音格式。</translation>
</message>
<message>
<source>The service did not answer for {seconds} s.</source>
<translation>服务 {seconds} 秒没有响应。</translation>
</message>
<message>
<source>The service has trouble ({status}).</source>
<translation>服务出现问题（{status}）。</translation>
</message>
<message>
<source>The service is busy and is asked again in {seconds} s.</source>
<translation>服务繁忙，{seconds} 秒后会再次询问。</translation>
</message>
<message>
<source>The service is busy.</source>
<translation>服务繁忙。</translation>
</message>
<message>
<source>The service no longer knows the sound of an earlier answer.</source>
<translation>服务已不再保存先前回答的声音。</translation>
</message>
<message>
<source>The service pointed to another address ({host}), which was not followed.</source>
<translation>服务指向另一个地址（{host}），程序没有前往。</translation>
</message>
<message>
<source>The service rejected the request: “{message}”.</source>
<translation>服务拒绝了请求：“{message}”。</translation>
</message>
<message>
<source>The service sent a compressed answer, which is refused for safety.</source>
<translation>服务发来压缩的回答，出于安全而拒收。</translation>
</message>
<message>
<source>The service sent an empty answer.</source>
<translation>服务发来空的回答。</translation>
</message>
<message>
<source>The service sent nothing for {seconds} s.</source>
<translation>服务 {seconds} 秒没有发来任何内容。</translation>
</message>
<message>
<source>The service sent something unreadable.</source>
<translation>服务发来无法读取的内容。</translation>
</message>
<message>
<source>The service took too long to answer ({status}).</source>
<translation>服务太久没有响应（{status}）。</translation>
</message>
<message>
<source>The service's filter stopped the answer.</source>
<translation>服务的过滤机制中止了回答。</translation>
</message>
<message>
<source>The settings could not be read.</source>
<translation>无法读取设置。</translation>
</message>
<message>
<source>The settings could not be saved ({reason}).</source>
<translation>无法保存设置（{reason}）。</translation>
</message>
<message>
<source>The system switched to another sound source ({source}), so recording stopped.</source>
<translation>系统切换到另一个音源（{source}），因此停止录音。</translation>
</message>
<message>
<source>The system’s microphone is used instead of {device}.</source>
<translation>改用系统的麦克风代替 {device}。</translation>
</message>
<message>
<source>The text is complete. Repeat the turn to hear it whole; it may be charged again.</source>
<translation>文字是完整的。要听完整的声音，请重复这一轮，可能会再次计费。</translation>
</message>
<message>
<source>The text is kept and can be read. Check the voice model in the settings.</source>
<translation>文字已保留，可以阅读。请检查设置中的语音模型。</translation>
</message>
<message>
<source>The text of the conversation is kept. Speak it again.</source>
<translation>对话的文字已保留。请再说一次。</translation>
</message>
<message>
<source>There is no CometAPI key yet.</source>
<translation>还没有 CometAPI 密钥。</translation>
</message>
<message>
<source>There is no such service at {host}.</source>
<translation>{host} 没有这项服务。</translation>
</message>
<message>
<source>They apply until you quit. Check {folder}.</source>
<translation>设置会用到程序退出为止。请检查 {folder}。</translation>
</message>
<message>
<source>They are back to their defaults; all others are kept.</source>
<translation>这些设置已恢复默认值，其他设置都保留。</translation>
</message>
<message>
<source>This does not look like a key ({reason}).</source>
<translation>这看起来不像密钥（{reason}）。</translation>
</message>
<message>
<source>This key may not use {model}.</source>
<translation>此密钥不能使用 {model}。</translation>
</message>
<message>
<source>This would pass your monthly cap of {cap}.</source>
<translation>这会超过您每月 {cap} 的上限。</translation>
</message>
<message>
<source>VoiceDesk may not use the microphone.</source>
<translation>VoiceDesk 没有使用麦克风的权限。</translation>
</message>
<message>
<source>What came of it is kept. Ask again for the rest.</source>
<translation>已收到的部分都保留着。要听其余部分，请再问一次。</translation>
</message>
<message>
<source>What is left lies in {folder}. Free it from other programs, then delete again.</source>
<translation>剩下的内容位于 {folder}。请关闭占用它的程序，再删除一次。</translation>
</message>
<message>
<source>What was received is kept. Ask in another way.</source>
<translation>已收到的内容都保留着。请换个方式问。</translation>
</message>
<message>
<source>What was received is kept. Say “go on” to hear the rest.</source>
<translation>已收到的内容都保留着。说“继续”可听其余部分。</translation>
</message>
<message>
<source>What was recorded and received is kept. Copy the details if you want to report it.</source>
<translation>已录下和收到的内容都保留着。如要报告，请复制详细信息。</translation>
</message>
<message>
<source>What was recorded so far is kept, and you can type. If this lasts, plug the microphone in again or restart VoiceDesk.</source>
<translation>目前为止的录音已保留，您可以改用打字。如果持续如此，请重新插上麦克风，或重新启动 VoiceDesk。</translation>
</message>
<message>
<source>What you said is kept and was not sent.</source>
<translation>您说的话已保留，尚未发送。</translation>
</message>
<message>
<source>You can type instead. Allow the microphone for VoiceDesk in the privacy settings of this computer.</source>
<translation>您可以改用打字。请在这台电脑的隐私设置中允许 VoiceDesk 使用麦克风。</translation>
</message>
<message>
<source>You can type instead. Choose another microphone.</source>
<translation>您可以改用打字。请改选其他麦克风。</translation>
</message>
<message>
<source>You can type instead. Close the other program, then try again.</source>
<translation>您可以改用打字。请关闭另一个程序，然后重试。</translation>
</message>
<message>
<source>You can type instead. Connect a microphone, then try again.</source>
<translation>您可以改用打字。请连接麦克风，然后重试。</translation>
</message>
<message>
<source>You can type instead. Connect it, or choose another microphone.</source>
<translation>您可以改用打字。请连接它，或改选其他麦克风。</translation>
</message>
<message>
<source>Your conversations are not affected. Enter the key again.</source>
<translation>您的对话不受影响。请重新输入密钥。</translation>
</message>
<message>
<source>Your own words could not be written down.</source>
<translation>无法将您说的话转成文字。</translation>
</message>
<message>
<source>Your recording is kept, and the answer is not affected.</source>
<translation>您的录音已保留，回答不受影响。</translation>
</message>
<message>
<source>Your recording is kept. Set the upload format to WAV, then try again.</source>
<translation>您的录音已保留。请将上传格式设为 WAV，然后重试。</translation>
</message>
<message>
<source>a file of that name is already there</source>
<translation>已有同名的文件</translation>
</message>
<message>
<source>an unreadable address</source>
<translation>无法识别的地址</translation>
</message>
<message>
<source>another program is using it</source>
<translation>其他程序正在使用</translation>
</message>
<message>
<source>at {clock}</source>
<translation>在 {clock} 时</translation>
</message>
<message>
<source>in a moment</source>
<translation>稍后</translation>
</message>
<message>
<source>in {seconds} s</source>
<translation>在 {seconds} 秒后</translation>
</message>
<message>
<source>it cannot be read</source>
<translation>无法读取</translation>
</message>
<message>
<source>it contains a query</source>
<translation>包含查询字符串</translation>
</message>
<message>
<source>it contains a user name or password</source>
<translation>包含用户名或密码</translation>
</message>
<message>
<source>it does not start with https://</source>
<translation>开头不是 https://</translation>
</message>
<message>
<source>it does not start with sk-</source>
<translation>开头不是 sk-</translation>
</message>
<message>
<source>it has more than one line</source>
<translation>超过一行</translation>
</message>
<message>
<source>it holds characters that no key has</source>
<translation>含有密钥不会有的字符</translation>
</message>
<message>
<source>it holds no sound</source>
<translation>其中没有声音</translation>
</message>
<message>
<source>it is a folder</source>
<translation>这是文件夹</translation>
</message>
<message>
<source>it is damaged</source>
<translation>已损坏</translation>
</message>
<message>
<source>it is empty</source>
<translation>内容为空</translation>
</message>
<message>
<source>it is longer than an hour</source>
<translation>时长超过一小时</translation>
</message>
<message>
<source>it is longer than any key</source>
<translation>比任何密钥都长</translation>
</message>
<message>
<source>it is not a WAV, FLAC, Ogg or MP3 file</source>
<translation>不是 WAV、FLAC、Ogg 或 MP3 文件</translation>
</message>
<message>
<source>it is not there</source>
<translation>文件不存在</translation>
</message>
<message>
<source>it names no host</source>
<translation>没有主机名</translation>
</message>
<message>
<source>its certificate belongs to another address</source>
<translation>证书属于另一个地址</translation>
</message>
<message>
<source>its certificate belongs to another name</source>
<translation>证书属于另一个名称</translation>
</message>
<message>
<source>its certificate comes from an unknown authority</source>
<translation>证书来自未知的机构</translation>
</message>
<message>
<source>its certificate could not be verified</source>
<translation>无法验证证书</translation>
</message>
<message>
<source>its certificate has expired</source>
<translation>证书已过期</translation>
</message>
<message>
<source>its certificate is not valid yet</source>
<translation>证书尚未生效</translation>
</message>
<message>
<source>its certificate is signed by itself</source>
<translation>证书是自签名的</translation>
</message>
<message>
<source>no permission</source>
<translation>没有权限</translation>
</message>
<message>
<source>not all of its sound could be kept</source>
<translation>部分声音无法保留</translation>
</message>
<message>
<source>the computer went to sleep</source>
<translation>电脑进入睡眠</translation>
</message>
<message>
<source>the disk is full</source>
<translation>磁盘已满</translation>
</message>
<message>
<source>the disk quota is used up</source>
<translation>磁盘配额已用完</translation>
</message>
<message>
<source>the disk reported an error</source>
<translation>磁盘报告错误</translation>
</message>
<message>
<source>the file cannot be opened</source>
<translation>无法打开文件</translation>
</message>
<message>
<source>the file may not grow further</source>
<translation>文件不能再变大</translation>
</message>
<message>
<source>the folder is missing</source>
<translation>文件夹不存在</translation>
</message>
<message>
<source>the folder is read-only</source>
<translation>文件夹是只读的</translation>
</message>
<message>
<source>the name of the folder is not readable</source>
<translation>无法识别文件夹名称</translation>
</message>
<message>
<source>the screen was locked</source>
<translation>屏幕已锁定</translation>
</message>
<message>
<source>the system settings</source>
<translation>系统设置</translation>
</message>
<message>
<source>there is no home folder</source>
<translation>没有主文件夹</translation>
</message>
<message>
<source>too many files are open</source>
<translation>打开的文件太多</translation>
</message>
<message>
<source>{device} is not connected. It is used again as soon as it is back.</source>
<translation>{device} 未连接，重新连接后会立即恢复使用。</translation>
</message>
<message>
<source>{file} cannot be used: {reason}.</source>
<translation>无法使用 {file}：{reason}。</translation>
</message>
<message>
<source>{host} cannot be found.</source>
<translation>找不到 {host}。</translation>
</message>
<message>
<source>{host} cannot be reached.</source>
<translation>无法连接到 {host}。</translation>
</message>
<message>
<source>{host} did not answer with a secure connection.</source>
<translation>{host} 没有以安全连接响应。</translation>
</message>
<message>
<source>{host} refused the connection.</source>
<translation>{host} 拒绝连接。</translation>
</message>
<message>
<source>{milliseconds} ms of the recording are missing.</source>
<translation>录音缺少 {milliseconds} 毫秒。</translation>
</message>
<message>
<source>{model} is not offered here.</source>
<translation>这里不提供 {model}。</translation>
</message>
<message>
<source>{seconds} s are kept. Check {folder}.</source>
<translation>已保留 {seconds} 秒。请检查 {folder}。</translation>
</message>
<message>
<source>{seconds} s are kept. Free some space.</source>
<translation>已保留 {seconds} 秒。请腾出一些空间。</translation>
</message>
<message>
<source>{seconds} s of your recording are kept.</source>
<translation>已保留 {seconds} 秒录音。</translation>
</message>
<message>
<source>“{address}” is not a usable base URL: {reason}.</source>
<translation>“{address}”不是可用的服务地址：{reason}。</translation>
</message>
<message>
<source>“{file}” could not be written ({reason}).</source>
<translation>无法写入“{file}”（{reason}）。</translation>
</message>
</context>
<context>
<name>QuestionField</name>
<message>
<source>Ask anything…</source>
<translation>想问什么都可以…</translation>
</message>
<message>
<source>Begin a new line</source>
<translation>换行</translation>
</message>
<message>
<source>Enter sends, Shift and Enter begin a new line</source>
<translation>按 Enter 发送，按 Shift 和 Enter 换行</translation>
</message>
<message>
<source>Question</source>
<translation>问题</translation>
</message>
<message>
<source>Send the question</source>
<translation>发送问题</translation>
</message>
</context>
<context>
<name>ReportDialog</name>
<message>
<source>Check this computer</source>
<translation>检查这台电脑</translation>
</message>
<message>
<source>Copied</source>
<translation>已复制</translation>
</message>
<message>
<source>Copy details</source>
<translation>复制详细信息</translation>
</message>
<message>
<source>Details</source>
<translation>详细信息</translation>
</message>
<message>
<source>These details hold no key, no sound and none of your words.</source>
<translation>这些信息不含密钥、声音，也不含您说的话。</translation>
</message>
</context>
<context>
<name>SearchField</name>
<message>
<source>Empty the search</source>
<translation>清除搜索</translation>
</message>
<message>
<source>Search</source>
<translation>搜索</translation>
</message>
<message>
<source>Search in all conversations</source>
<translation>在所有对话中搜索</translation>
</message>
</context>
<context>
<name>Searching</name>
<message>
<source>Search in all conversations</source>
<translation>在所有对话中搜索</translation>
</message>
</context>
<context>
<name>ServicePage</name>
<message>
<source>Address</source>
<translation>地址</translation>
</message>
<message>
<source>As long as no key is in use, a small service inside VoiceDesk answers with examples. Everything can be tried, nothing is charged.</source>
<translation>没有使用密钥时，由 VoiceDesk 内置的小型服务用示例回答。所有功能都能试用，不会收费。</translation>
</message>
<message>
<source>Base URL</source>
<translation>服务地址</translation>
</message>
<message>
<source>CometAPI key</source>
<translation>CometAPI 密钥</translation>
</message>
<message>
<source>Getting started</source>
<translation>开始使用</translation>
</message>
<message>
<source>Guided start</source>
<translation>入门引导</translation>
</message>
<message>
<source>Open</source>
<translation>打开</translation>
</message>
<message>
<source>Practice</source>
<translation>练习</translation>
</message>
<message>
<source>Requests go here and nowhere else. A key is only ever sent to the address it was entered for.</source>
<translation>请求只发送到这里。密钥只会发送到输入它时所用的地址。</translation>
</message>
<message>
<source>Where to get a key, choosing microphone and loudspeaker, and a first question.</source>
<translation>如何获取密钥、选择麦克风和扬声器，以及第一个问题。</translation>
</message>
</context>
<context>
<name>Settings</name>
<message>
<source>Appearance</source>
<translation>外观</translation>
</message>
<message>
<source>Models and voice</source>
<translation>模型与音色</translation>
</message>
<message>
<source>Money</source>
<translation>费用</translation>
</message>
<message>
<source>Persona</source>
<translation>角色</translation>
</message>
<message>
<source>Privacy</source>
<translation>隐私</translation>
</message>
<message>
<source>Service</source>
<translation>服务</translation>
</message>
<message>
<source>Sound</source>
<translation>音频</translation>
</message>
<message>
<source>Starting</source>
<translation>启动</translation>
</message>
<message>
<source>Storage</source>
<translation>存储</translation>
</message>
<message>
<source>Talking</source>
<translation>交谈</translation>
</message>
<message>
<source>autostart login session tray background close window hidden quit</source>
<translation>自动启动 登录 系统托盘 后台 关闭 窗口 隐藏 退出</translation>
</message>
<message>
<source>cost price spent cap limit month budget tokens history summary estimate dollars</source>
<translation>费用 价格 花费 上限 每月 预算 token 容量 摘要 估计 美元</translation>
</message>
<message>
<source>disk folder size recordings answers history keep delete everything days log</source>
<translation>磁盘 文件夹 大小 录音 回答 记录 保留 删除 全部 天数 日志 disk folder log</translation>
</message>
<message>
<source>instructions system prompt style teacher short answers</source>
<translation>指令 系统提示 风格 老师 简短 回答 角色 prompt</translation>
</message>
<message>
<source>key token CometAPI account credit base URL address practice guided start</source>
<translation>密钥 token CometAPI 账户 余额 服务地址 练习 引导 key base URL</translation>
</message>
<message>
<source>microphone loudspeaker speaker headphones device level record test longest recording</source>
<translation>麦克风 扬声器 喇叭 耳机 设备 音量 录音 测试 最长</translation>
</message>
<message>
<source>model voice sample price end talking transcription speech text gpt whisper tts</source>
<translation>模型 音色 声音 试听 价格 停用 交谈 转写 语音 文字 gpt whisper tts</translation>
</message>
<message>
<source>own words transcription typed spoken tap key space hold format MP3 WAV upload</source>
<translation>自己的话 转成文字 打字 说话 按键 空格键 按住 格式 MP3 WAV 上传</translation>
</message>
<message>
<source>privacy sent leaves data internet telemetry request</source>
<translation>隐私 发送 离开 数据 网络 遥测 请求</translation>
</message>
<message>
<source>theme dark light colours contrast text size font zoom motion animation language</source>
<translation>主题 深色 浅色 颜色 对比度 文字 大小 字体 缩放 动画 语言 language</translation>
</message>
</context>
<context>
<name>SettingsView</name>
<message>
<source>Back</source>
<translation>返回</translation>
</message>
<message>
<source>Empty the search</source>
<translation>清除搜索</translation>
</message>
<message>
<source>Find a setting</source>
<translation>查找设置</translation>
</message>
<message>
<source>Pages of the settings</source>
<translation>设置页面</translation>
</message>
<message>
<source>Settings</source>
<translation>设置</translation>
</message>
</context>
<context>
<name>ShortcutsDialog</name>
<message>
<source>Keyboard shortcuts</source>
<translation>键盘快捷键</translation>
</message>
<message>
<source>Keys</source>
<translation>按键</translation>
</message>
<message>
<source>What it does</source>
<translation>作用</translation>
</message>
</context>
<context>
<name>Sidebar</name>
<message>
<source>Found: {count}</source>
<translation>找到 {count} 条</translation>
</message>
<message>
<source>New conversation</source>
<translation>新对话</translation>
</message>
<message>
<source>Nothing found for “{words}”.</source>
<translation>找不到“{words}”。</translation>
</message>
<message>
<source>Your conversations appear here.</source>
<translation>您的对话会出现在这里。</translation>
</message>
</context>
<context>
<name>SoundCheck</name>
<message>
<source>Chosen by the system</source>
<translation>由系统选择</translation>
</message>
<message>
<source>Hear yourself</source>
<translation>听听自己</translation>
</message>
<message>
<source>Level</source>
<translation>音量</translation>
</message>
<message>
<source>Loudspeaker</source>
<translation>扬声器</translation>
</message>
<message>
<source>Microphone</source>
<translation>麦克风</translation>
</message>
<message>
<source>Opening the microphone…</source>
<translation>正在打开麦克风…</translation>
</message>
<message>
<source>Record and play back</source>
<translation>录音并播放</translation>
</message>
<message>
<source>Speak as you usually do: the bar should move well.</source>
<translation>请像平常一样说话，音量条应明显移动。</translation>
</message>
<message>
<source>Speak now…</source>
<translation>请说话…</translation>
</message>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>Three seconds are recorded, played back, and deleted. Nothing is sent.</source>
<translation>录音三秒，播放后删除，不会发送任何内容。</translation>
</message>
<message>
<source>{name} (not connected)</source>
<translation>{name}（未连接）</translation>
</message>
</context>
<context>
<name>SoundPage</name>
<message>
<source>A device is missing</source>
<translation>缺少设备</translation>
</message>
<message>
<source>A recording stops there and is kept.</source>
<translation>录音到此停止并保留。</translation>
</message>
<message>
<source>Begin a moment earlier</source>
<translation>提早片刻开始</translation>
</message>
<message>
<source>Keeps the third of a second before you press, so that no first word is cut. The microphone stays open for this, and the system shows it as in use.</source>
<translation>保留按下前三分之一秒的声音，避免漏掉第一个字。麦克风会因此一直开着，系统会显示正在使用。</translation>
</message>
<message>
<source>Longest recording</source>
<translation>最长录音</translation>
</message>
<message>
<source>Look again</source>
<translation>重新查找</translation>
</message>
<message>
<source>New devices show up by themselves on most systems; this looks for all of them anew.</source>
<translation>新设备在多数系统上会自动出现；这会重新查找所有设备。</translation>
</message>
<message>
<source>Recording</source>
<translation>录音</translation>
</message>
<message>
<source>{minutes} min</source>
<translation>{minutes} 分钟</translation>
</message>
</context>
<context>
<name>StartingPage</name>
<message>
<source>Closing the window leaves VoiceDesk in the tray. Ctrl+Q quits.</source>
<translation>关闭窗口后 VoiceDesk 留在系统托盘中。按 Ctrl+Q 可退出。</translation>
</message>
<message>
<source>Keep running when the window is closed</source>
<translation>关闭窗口后继续运行</translation>
</message>
<message>
<source>Start when I sign in</source>
<translation>登录时启动</translation>
</message>
<message>
<source>This desktop has no tray now, so closing the window quits.</source>
<translation>此桌面目前没有系统托盘，关闭窗口即退出程序。</translation>
</message>
<message>
<source>VoiceDesk waits in the tray then, or opens its window where there is none.</source>
<translation>VoiceDesk 会在系统托盘中等候；没有系统托盘时则打开窗口。</translation>
</message>
<message>
<source>With this computer</source>
<translation>随电脑启动</translation>
</message>
</context>
<context>
<name>StatusLine</name>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>Stop everything (Esc)</source>
<translation>全部停止（Esc）</translation>
</message>
<message>
<source>Stops listening, thinking and speaking</source>
<translation>停止聆听、思考和说话</translation>
</message>
</context>
<context>
<name>Storage</name>
<message>
<source>Conversations</source>
<translation>对话</translation>
</message>
<message>
<source>Log</source>
<translation>日志</translation>
</message>
<message>
<source>Recordings</source>
<translation>录音</translation>
</message>
<message>
<source>Settings</source>
<translation>设置</translation>
</message>
<message>
<source>Spoken answers</source>
<translation>语音回答</translation>
</message>
<message>
<source>Unfinished transcriptions</source>
<translation>未完成的转写</translation>
</message>
</context>
<context>
<name>StoragePage</name>
<message>
<source>1 day</source>
<translation>1 天</translation>
</message>
<message>
<source>1 year</source>
<translation>1 年</translation>
</message>
<message>
<source>Always</source>
<translation>永久</translation>
</message>
<message>
<source>Delete everything</source>
<translation>全部删除</translation>
</message>
<message>
<source>Delete everything that was said</source>
<translation>删除说过的一切</translation>
</message>
<message>
<source>Delete…</source>
<translation>删除…</translation>
</message>
<message>
<source>Deleting</source>
<translation>删除</translation>
</message>
<message>
<source>Deleting…</source>
<translation>正在删除…</translation>
</message>
<message>
<source>Every conversation, recording and spoken answer, also those that were not sent.</source>
<translation>所有对话、录音和语音回答，包括未发送的。</translation>
</message>
<message>
<source>Everything that was said is deleted.</source>
<translation>说过的一切都已删除。</translation>
</message>
<message>
<source>Keep it</source>
<translation>保留</translation>
</message>
<message>
<source>Keep sound</source>
<translation>保留声音</translation>
</message>
<message>
<source>Keeping</source>
<translation>保留</translation>
</message>
<message>
<source>On this computer</source>
<translation>在这台电脑上</translation>
</message>
<message>
<source>Recordings and spoken answers of finished turns are deleted after this time; their text stays. What was not sent or not answered stays until you delete it.</source>
<translation>已完成的录音和语音回答会在这段时间后删除，文字会保留。未发送或未回答的会留到您删除为止。</translation>
</message>
<message>
<source>These are deleted from this computer, and this cannot be taken back: all conversations with their text, all recordings, also those that were not sent, all spoken answers, unfinished transcriptions, and copies of the history from earlier versions. The key, the settings, the sums of what was spent and the log stay; the log holds nothing that was said.</source>
<translation>以下内容会从这台电脑删除，而且无法撤销：所有对话及其文字、所有录音（包括未发送的）、所有语音回答、未完成的转写，以及先前版本的记录副本。密钥、设置、花费总额和日志会保留；日志不含任何说过的话。</translation>
</message>
<message>
<source>{days} days</source>
<translation>{days} 天</translation>
</message>
</context>
<context>
<name>SummaryDialog</name>
<message>
<source>New questions take this along in the place of the messages it stands for. The messages themselves stay in the conversation.</source>
<translation>新问题会附上这份摘要，代替它所涵盖的消息。消息本身仍留在对话中。</translation>
</message>
<message>
<source>Save</source>
<translation>保存</translation>
</message>
<message>
<source>Save (Ctrl+Enter)</source>
<translation>保存（Ctrl+Enter）</translation>
</message>
<message>
<source>Summary of the earlier messages</source>
<translation>较早消息的摘要</translation>
</message>
<message>
<source>The summary is long; its middle is left out of what is sent.</source>
<translation>摘要太长，发送时会略去中间部分。</translation>
</message>
</context>
<context>
<name>Talk</name>
<message>
<source>Answering…</source>
<translation>正在回答…</translation>
</message>
<message>
<source>Finishing the recording…</source>
<translation>正在完成录音…</translation>
</message>
<message>
<source>Hold {keys} to talk</source>
<translation>按住{keys}说话</translation>
</message>
<message>
<source>Interrupted</source>
<translation>已打断</translation>
</message>
<message>
<source>Listening</source>
<translation>正在听</translation>
</message>
<message>
<source>Offline</source>
<translation>离线</translation>
</message>
<message>
<source>Opening the microphone…</source>
<translation>正在打开麦克风…</translation>
</message>
<message>
<source>Playing</source>
<translation>正在播放</translation>
</message>
<message>
<source>Practice</source>
<translation>练习</translation>
</message>
<message>
<source>Ready</source>
<translation>就绪</translation>
</message>
<message>
<source>See the message above</source>
<translation>请看上方消息</translation>
</message>
<message>
<source>Space</source>
<translation>空格键</translation>
</message>
<message>
<source>Speaking</source>
<translation>正在回答</translation>
</message>
<message>
<source>Starting…</source>
<translation>正在启动…</translation>
</message>
<message>
<source>Still opening the microphone…</source>
<translation>仍在打开麦克风…</translation>
</message>
<message>
<source>Still waiting for the service…</source>
<translation>仍在等待服务…</translation>
</message>
<message>
<source>The service takes its time. Esc stops waiting.</source>
<translation>服务需要一些时间。按 Esc 停止等待。</translation>
</message>
<message>
<source>Thinking…</source>
<translation>正在思考…</translation>
</message>
<message>
<source>hold {keys} to interrupt</source>
<translation>按住{keys}可打断</translation>
</message>
<message>
<source>hold {keys} to talk instead</source>
<translation>按住{keys}可改为说话</translation>
</message>
<message>
<source>let go to send</source>
<translation>松开即发送</translation>
</message>
<message>
<source>see the message above</source>
<translation>请看上方消息</translation>
</message>
<message>
<source>{first} or {second}</source>
<translation>{first} 或 {second}</translation>
</message>
</context>
<context>
<name>TalkBar</name>
<message>
<source>Attach a sound file</source>
<translation>附加声音文件</translation>
</message>
<message>
<source>Send</source>
<translation>发送</translation>
</message>
<message>
<source>This is too long for one question; nothing was pasted.</source>
<translation>内容太长，无法作为一个问题，因此没有粘贴。</translation>
</message>
</context>
<context>
<name>TalkButton</name>
<message>
<source>Hold to talk ({keys})</source>
<translation>按住说话（{keys}）</translation>
</message>
<message>
<source>Talk</source>
<translation>说话</translation>
</message>
</context>
<context>
<name>TalkingPage</name>
<message>
<source>After a recording</source>
<translation>录音之后</translation>
</message>
<message>
<source>Another key to talk</source>
<translation>另一个说话键</translation>
</message>
<message>
<source>Before and after</source>
<translation>录音前后</translation>
</message>
<message>
<source>Choose WAV if the service does not take MP3.</source>
<translation>服务不接受 MP3 时，请选 WAV。</translation>
</message>
<message>
<source>Held in this window it talks, beside Space.</source>
<translation>除了空格键，在此窗口按住这个键也能说话。</translation>
</message>
<message>
<source>MP3, much smaller</source>
<translation>MP3，小得多</translation>
</message>
<message>
<source>None</source>
<translation>无</translation>
</message>
<message>
<source>Off is for whoever listens to the voice and needs the text only now and then.</source>
<translation>如果您听语音、只偶尔需要文字，可关闭。</translation>
</message>
<message>
<source>Off, a typed question is answered in writing only, by the model for silent answers.</source>
<translation>关闭时，打字的问题只用文字回答，由用于文字回答的模型负责。</translation>
</message>
<message>
<source>Recordings</source>
<translation>录音</translation>
</message>
<message>
<source>Send recordings as</source>
<translation>录音发送格式</translation>
</message>
<message>
<source>Short sounds tell what was sent, stopped or went wrong; one before a recording delays it a bit. There are none while the moment before the key is kept.</source>
<translation>用短音提示已发送、已停止或出现问题；录音前的提示音会稍微延迟录音。保留按键前的声音时不会有提示音。</translation>
</message>
<message>
<source>Shortest press</source>
<translation>最短按压时间</translation>
</message>
<message>
<source>Sounds</source>
<translation>提示音</translation>
</message>
<message>
<source>Speak the answers to typed questions</source>
<translation>打字提问时也读出回答</translation>
</message>
<message>
<source>Tell a screen reader each answer</source>
<translation>让屏幕阅读器读出每个回答</translation>
</message>
<message>
<source>WAV</source>
<translation>WAV</translation>
</message>
<message>
<source>What is shorter counts as a slip of the finger and is not sent.</source>
<translation>更短的按压视为误触，不会发送。</translation>
</message>
<message>
<source>Words</source>
<translation>文字</translation>
</message>
<message>
<source>Write down what I say</source>
<translation>将我说的话转成文字</translation>
</message>
<message>
<source>Your own words appear in the conversation, and later questions send them instead of the sound. It is one more request for each recording.</source>
<translation>您说的话会出现在对话中，之后的问题会发送文字而不是声音。每段录音会多一次请求。</translation>
</message>
<message>
<source>{seconds} s</source>
<translation>{seconds} 秒</translation>
</message>
</context>
<context>
<name>Terminal</name>
<message>
<source>A month is written as 2026-11.</source>
<translation>月份请写成 2026-11。</translation>
</message>
<message>
<source>Allow VoiceDesk to listen on this computer.</source>
<translation>请允许 VoiceDesk 在这台电脑上接受连接。</translation>
</message>
<message>
<source>Answers are shown and kept. Connect a loudspeaker to hear them.</source>
<translation>回答会显示并保留。要听回答，请连接扬声器。</translation>
</message>
<message>
<source>Check the date too.</source>
<translation>也请检查日期。</translation>
</message>
<message>
<source>Check the folder {folder}.</source>
<translation>请检查文件夹 {folder}。</translation>
</message>
<message>
<source>Check the internet connection, the base URL, and any firewall or proxy on the way.</source>
<translation>请检查网络连接、服务地址，以及沿途的防火墙或代理服务器。</translation>
</message>
<message>
<source>CometAPI key: </source>
<translation>CometAPI 密钥：</translation>
</message>
<message>
<source>Conversation</source>
<translation>对话</translation>
</message>
<message>
<source>Free some space: an hour of talk takes 200 MB.</source>
<translation>请腾出一些空间：录一小时约需 200 MB。</translation>
</message>
<message>
<source>Install PortAudio (on Debian and Ubuntu: libportaudio2), or run “python3 run.py” once.</source>
<translation>请安装 PortAudio（在 Debian 和 Ubuntu 上是 libportaudio2），或运行一次“python3 run.py”。</translation>
</message>
<message>
<source>Install Python 3.11 or newer.</source>
<translation>请安装 Python 3.11 或更高版本。</translation>
</message>
<message>
<source>Install or unlock a keyring to keep the key, or set COMETAPI_KEY. Else it lasts until you quit.</source>
<translation>要保存密钥，请安装或解锁密钥环，或设置 COMETAPI_KEY；否则密钥只用到程序退出为止。</translation>
</message>
<message>
<source>It is too old: install PySide6-Essentials 6.8 to 6.11.</source>
<translation>版本太旧，请安装 PySide6-Essentials 6.8 到 6.11。</translation>
</message>
<message>
<source>Key found in the environment.</source>
<translation>在环境变量中找到密钥。</translation>
</message>
<message>
<source>Key found in the keyring.</source>
<translation>在密钥环中找到密钥。</translation>
</message>
<message>
<source>Key found in the session.</source>
<translation>本次运行期间已输入密钥。</translation>
</message>
<message>
<source>Key missing.</source>
<translation>找不到密钥。</translation>
</message>
<message>
<source>Key removed.</source>
<translation>密钥已移除。</translation>
</message>
<message>
<source>Key stored.</source>
<translation>密钥已保存。</translation>
</message>
<message>
<source>Nothing is stored yet.</source>
<translation>还没有保存任何内容。</translation>
</message>
<message>
<source>On Python 3.11 this release ends the program: install PySide6-Essentials below 6.12.</source>
<translation>在 Python 3.11 上，这个版本会让程序中止，请安装低于 6.12 的 PySide6-Essentials。</translation>
</message>
<message>
<source>Only needed for the window: start it in a desktop session. The terminal works without.</source>
<translation>只有窗口需要：请在桌面环境中启动。终端不需要屏幕也能使用。</translation>
</message>
<message>
<source>Please report this.</source>
<translation>请报告这个问题。</translation>
</message>
<message>
<source>Practice mode works without one. Store yours with “voicedesk key set”.</source>
<translation>练习模式不需要密钥。要保存密钥，请运行“voicedesk key set”。</translation>
</message>
<message>
<source>Qt's {name}, as QT_QPA_PLATFORM asks for</source>
<translation>Qt 的 {name}，由 QT_QPA_PLATFORM 指定</translation>
</message>
<message>
<source>Run “python3 run.py” once: it installs what the window needs, or names it.</source>
<translation>请运行一次“python3 run.py”，它会安装窗口需要的组件，或说明缺少什么。</translation>
</message>
<message>
<source>Something below it hangs. Restart it or the computer.</source>
<translation>底层有组件卡住了。请重新启动该组件或电脑。</translation>
</message>
<message>
<source>Sound cannot be printed; name a file.</source>
<translation>无法打印声音，请指定文件。</translation>
</message>
<message>
<source>Start PipeWire or PulseAudio, or sound may not reach the devices.</source>
<translation>请启动 PipeWire 或 PulseAudio，否则声音可能无法到达设备。</translation>
</message>
<message>
<source>Start the desktop session, or correct the variable.</source>
<translation>请启动桌面环境，或更正这个变量。</translation>
</message>
<message>
<source>Talk, dictate and read aloud.</source>
<translation>交谈、听写和朗读。</translation>
</message>
<message>
<source>The answer was cancelled.</source>
<translation>回答已取消。</translation>
</message>
<message>
<source>The answer was interrupted.</source>
<translation>回答已中断。</translation>
</message>
<message>
<source>The sound {file} is missing.</source>
<translation>缺少声音文件 {file}。</translation>
</message>
<message>
<source>The spoken answer is kept in {file}.</source>
<translation>语音回答保留在 {file}。</translation>
</message>
<message>
<source>There is no conversation {number}.</source>
<translation>没有编号 {number} 的对话。</translation>
</message>
<message>
<source>There is no key, so this is practice: the answer is not from the real service.</source>
<translation>没有密钥，因此这是练习：回答并非来自真正的服务。</translation>
</message>
<message>
<source>There is no screen here; VoiceDesk goes on in the terminal.</source>
<translation>这里没有屏幕，VoiceDesk 改在终端中运行。</translation>
</message>
<message>
<source>This check itself failed; please report it.</source>
<translation>这项检查本身失败了，请报告。</translation>
</message>
<message>
<source>This is practice. Store a key with “voicedesk key set” to talk to the service.</source>
<translation>这是练习。要与真正的服务交谈，请用“voicedesk key set”保存密钥。</translation>
</message>
<message>
<source>This is practice: the words are not from the real service.</source>
<translation>这是练习：文字并非来自真正的服务。</translation>
</message>
<message>
<source>What was said here was not written down.</source>
<translation>这里说的话没有转成文字。</translation>
</message>
<message>
<source>You</source>
<translation>您</translation>
</message>
<message>
<source>You can type instead. Connect a microphone to talk.</source>
<translation>您可以改用打字。要用语音，请连接麦克风。</translation>
</message>
<message>
<source>You: </source>
<translation>您：</translation>
</message>
<message>
<source>a spoken question instead of a text</source>
<translation>用录音代替文字提问</translation>
</message>
<message>
<source>about {amount}</source>
<translation>约 {amount}</translation>
</message>
<message>
<source>all of these, in any place</source>
<translation>须全部出现，位置不限</translation>
</message>
<message>
<source>ambiguous option: %(option)s could match %(matches)s</source>
<translation>选项不明确：%(option)s 可能是 %(matches)s</translation>
</message>
<message>
<source>argument %(argument_name)s: %(message)s</source>
<translation>参数 %(argument_name)s：%(message)s</translation>
</message>
<message>
<source>ask needs either a text or --audio FILE</source>
<translation>ask 需要文字或 --audio FILE，二者选一</translation>
</message>
<message>
<source>ask once and hear the answer</source>
<translation>提问一次并收听回答</translation>
</message>
<message>
<source>base URL</source>
<translation>服务地址</translation>
</message>
<message>
<source>check what VoiceDesk needs on this machine</source>
<translation>检查这台电脑是否具备 VoiceDesk 所需的一切</translation>
</message>
<message>
<source>disk</source>
<translation>磁盘</translation>
</message>
<message>
<source>expected at least one argument</source>
<translation>至少需要一个参数</translation>
</message>
<message>
<source>expected at most one argument</source>
<translation>最多只能有一个参数</translation>
</message>
<message>
<source>expected one argument</source>
<translation>需要一个参数</translation>
</message>
<message>
<source>find what was said, the newest first</source>
<translation>查找说过的话，由新到旧</translation>
</message>
<message>
<source>found in the environment</source>
<translation>在环境变量中找到</translation>
</message>
<message>
<source>found in the keyring</source>
<translation>在密钥环中找到</translation>
</message>
<message>
<source>found in the session</source>
<translation>本次运行期间已输入</translation>
</message>
<message>
<source>how many at most</source>
<translation>最多几条</translation>
</message>
<message>
<source>ignored explicit argument %r</source>
<translation>已忽略显式指定的参数 %r</translation>
</message>
<message>
<source>invalid %(type)s value: %(value)r</source>
<translation>无效的 %(type)s 值：%(value)r</translation>
</message>
<message>
<source>invalid choice: %(value)r (choose from %(choices)s)</source>
<translation>没有 %(value)r 这个选择（可选：%(choices)s）</translation>
</message>
<message>
<source>it answers</source>
<translation>有响应</translation>
</message>
<message>
<source>its number in the list, or “latest”</source>
<translation>列表中的编号，或“latest”</translation>
</message>
<message>
<source>keep the spoken answer</source>
<translation>保留语音回答</translation>
</message>
<message>
<source>key</source>
<translation>密钥</translation>
</message>
<message>
<source>keyring</source>
<translation>密钥环</translation>
</message>
<message>
<source>list conversations, the newest first</source>
<translation>列出对话，由新到旧</translation>
</message>
<message>
<source>list, search and export conversations</source>
<translation>列出、搜索和导出对话</translation>
</message>
<message>
<source>loudspeaker</source>
<translation>扬声器</translation>
</message>
<message>
<source>microphone</source>
<translation>麦克风</translation>
</message>
<message>
<source>more than {amount}; the price of {models} is not known</source>
<translation>超过 {amount}；{models} 的价格未知</translation>
</message>
<message>
<source>no answer within {seconds} s</source>
<translation>{seconds} 秒内没有响应</translation>
</message>
<message>
<source>no safe store</source>
<translation>没有安全的存储位置</translation>
</message>
<message>
<source>none</source>
<translation>无</translation>
</message>
<message>
<source>not installed</source>
<translation>未安装</translation>
</message>
<message>
<source>ok</source>
<translation>正常</translation>
</message>
<message>
<source>options</source>
<translation>选项</translation>
</message>
<message>
<source>otherwise told by the ending of the file</source>
<translation>未指定时按文件扩展名判断</translation>
</message>
<message>
<source>part of the system</source>
<translation>系统自带</translation>
</message>
<message>
<source>play the answer</source>
<translation>播放回答</translation>
</message>
<message>
<source>positional arguments</source>
<translation>位置参数</translation>
</message>
<message>
<source>practice service: status {status}</source>
<translation>练习服务：状态 {status}</translation>
</message>
<message>
<source>practice service: {reason}</source>
<translation>练习服务：{reason}</translation>
</message>
<message>
<source>print a conversation</source>
<translation>打印一段对话</translation>
</message>
<message>
<source>print one JSON object</source>
<translation>输出一个 JSON 对象</translation>
</message>
<message>
<source>problem</source>
<translation>有问题</translation>
</message>
<message>
<source>replace the file if it is there already</source>
<translation>文件已存在时替换它</translation>
</message>
<message>
<source>screen</source>
<translation>屏幕</translation>
</message>
<message>
<source>show program's version number and exit</source>
<translation>显示版本后退出</translation>
</message>
<message>
<source>show this help message and exit</source>
<translation>显示本帮助后退出</translation>
</message>
<message>
<source>sound library</source>
<translation>音频库</translation>
</message>
<message>
<source>sound server</source>
<translation>音频服务器</translation>
</message>
<message>
<source>start in the tray, where there is one</source>
<translation>启动后收在系统托盘（若有）</translation>
</message>
<message>
<source>store, check or remove the CometAPI key</source>
<translation>保存、检查或移除 CometAPI 密钥</translation>
</message>
<message>
<source>tell what was spent in a month</source>
<translation>显示某月的花费</translation>
</message>
<message>
<source>the file, or - to print it</source>
<translation>文件，或用 - 打印</translation>
</message>
<message>
<source>the following arguments are required: %s</source>
<translation>请指定以下参数：%s</translation>
</message>
<message>
<source>the language spoken, such as en or zh</source>
<translation>所说的语言，例如 en 或 zh</translation>
</message>
<message>
<source>the model that answers</source>
<translation>负责回答的模型</translation>
</message>
<message>
<source>the model that listens</source>
<translation>负责听写的模型</translation>
</message>
<message>
<source>the month; otherwise this one</source>
<translation>月份，未指定则为本月</translation>
</message>
<message>
<source>the practice service answers</source>
<translation>练习服务有响应</translation>
</message>
<message>
<source>the question</source>
<translation>问题</translation>
</message>
<message>
<source>the service to use instead of the one in the settings</source>
<translation>改用这个服务，而不是设置中的服务</translation>
</message>
<message>
<source>the system's own</source>
<translation>系统自带</translation>
</message>
<message>
<source>the voice that speaks</source>
<translation>说话的音色</translation>
</message>
<message>
<source>unrecognized arguments: %s</source>
<translation>无法识别的参数：%s</translation>
</message>
<message>
<source>usage: </source>
<translation>用法：</translation>
</message>
<message>
<source>use the practice service inside the program</source>
<translation>使用程序内置的练习服务</translation>
</message>
<message>
<source>write a conversation or its sound to a file</source>
<translation>将对话或其声音写入文件</translation>
</message>
<message>
<source>write a recording down</source>
<translation>将录音转成文字</translation>
</message>
<message>
<source>write it down in English</source>
<translation>转成英文文字</translation>
</message>
<message>
<source>{address} through the proxy {proxy}</source>
<translation>{address}，经由代理服务器 {proxy}</translation>
</message>
<message>
<source>{address}: not secure ({reason})</source>
<translation>{address}：不安全（{reason}）</translation>
</message>
<message>
<source>{done} of {count} pieces</source>
<translation>已完成 {done} 段，共 {count} 段</translation>
</message>
<message>
<source>{done} of {count} pieces are done and kept; run the same command again to finish.</source>
<translation>已完成并保留 {done} 段，共 {count} 段；再运行一次同样的命令即可完成。</translation>
</message>
<message>
<source>{folders}; {megabytes} MB free</source>
<translation>{folders}；剩余 {megabytes} MB</translation>
</message>
<message>
<source>{model} gives no times, so each piece becomes one long subtitle; {other} gives them.</source>
<translation>{model} 不提供时间，因此每一段会成为一条很长的字幕；{other} 会提供时间。</translation>
</message>
<message>
<source>{names} and {count} more</source>
<translation>{names} 等，另有 {count} 个</translation>
</message>
<message>
<source>{screen} does not answer</source>
<translation>{screen} 没有响应</translation>
</message>
<message>
<source>{version}, but without {libraries}</source>
<translation>{version}，但缺少 {libraries}</translation>
</message>
<message>
<source>{version}; not tried, there is no screen</source>
<translation>{version}；没有屏幕，未尝试</translation>
</message>
</context>
<context>
<name>Tray</name>
<message>
<source>New conversation</source>
<translation>新对话</translation>
</message>
<message>
<source>Quit</source>
<translation>退出</translation>
</message>
<message>
<source>Send what I said</source>
<translation>发送我说的话</translation>
</message>
<message>
<source>Settings</source>
<translation>设置</translation>
</message>
<message>
<source>Show VoiceDesk</source>
<translation>显示 VoiceDesk</translation>
</message>
<message>
<source>Stop</source>
<translation>停止</translation>
</message>
<message>
<source>Talk</source>
<translation>说话</translation>
</message>
<message>
<source>VoiceDesk: {state}</source>
<translation>VoiceDesk：{state}</translation>
</message>
<message>
<source>What is missing on this machine…</source>
<translation>这台电脑缺少什么…</translation>
</message>
</context>
<context>
<name>TryStep</name>
<message>
<source>That is all there is to it.</source>
<translation>就这么简单。</translation>
</message>
</context>
<context>
<name>UndoBanner</name>
<message>
<source>Undo</source>
<translation>撤销</translation>
</message>
<message>
<source>You can undo this for {seconds} seconds.</source>
<translation>{seconds} 秒内可以撤销。</translation>
</message>
</context>
<context>
<name>Welcome</name>
<message>
<source>Help me plan a quiet weekend.</source>
<translation>帮我安排一个清静的周末。</translation>
</message>
<message>
<source>Hold Space, say something, and let go to hear the answer.</source>
<translation>按住空格键说话，松开就能听到回答。</translation>
</message>
<message>
<source>Tell me something surprising about owls.</source>
<translation>讲一件关于猫头鹰的趣事。</translation>
</message>
<message>
<source>What can I ask you?</source>
<translation>我可以问您什么？</translation>
</message>
</context>
<context>
<name>WindowMenu</name>
<message>
<source>About VoiceDesk</source>
<translation>关于 VoiceDesk</translation>
</message>
<message>
<source>Export conversation…</source>
<translation>导出对话…</translation>
</message>
<message>
<source>Guided start</source>
<translation>入门引导</translation>
</message>
<message>
<source>Keyboard shortcuts</source>
<translation>键盘快捷键</translation>
</message>
<message>
<source>What is missing on this machine…</source>
<translation>这台电脑缺少什么…</translation>
</message>
</context>
</TS>
