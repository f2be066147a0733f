"""Sentences of the press in English and the statements that they make."""

import pytest

from liaisons.extractors.pipeline import load
from liaisons.graph.ontology import ontology

STATED = [
    # names that the model takes for places
    (
        "Astrid Lindqvist, who has run Electrolux since 2019, apologised.",
        "Astrid Lindqvist | leads | Electrolux | asserted",
    ),
    (
        "Electrolux's chief technology officer, Peter Lang, is on holiday.",
        "Peter Lang | works_for | Electrolux | asserted",
    ),
    ("Volkswagen never sued Peugeot.", "Volkswagen | sued | Peugeot | negated"),
    # leads
    ("Kofi Asante, the chief executive of Unilever, spoke for an hour.", "Kofi Asante | leads | Unilever | asserted"),
    ("Last week Electrolux CEO Astrid Lindqvist was satisfied.", "Astrid Lindqvist | leads | Electrolux | asserted"),
    ("The French president, Claire Duval, was late.", "Claire Duval | leads | France | asserted"),
    ("In 2020 Mr Yilmaz took the helm of Vestel.", "Yilmaz | leads | Vestel | asserted"),
    ("Rosa Klein became chairwoman of Lufthansa in May.", "Rosa Klein | leads | Lufthansa | asserted"),
    (
        "The head of the World Trade Organization, Ngozi Adeyemi, is worried.",
        "Ngozi Adeyemi | leads | World Trade Organization | asserted",
    ),
    (
        "Lufthansa has appointed Hans Weber as its chairman.",
        "Hans Weber | leads | Lufthansa | asserted",
        "Lufthansa | appointed | Hans Weber | asserted",
    ),
    ("Marc Petit was named chief executive of Rakuten.", "Marc Petit | leads | Rakuten | asserted"),
    ("Hiroshi Tanaka assumed the reins at Honda.", "Hiroshi Tanaka | leads | Honda | asserted"),
    ("Ravi Menon is the mayor of Berlin.", "Ravi Menon | leads | Berlin | asserted"),
    ("Yusuf Demir serves as chairman of Siemens.", "Yusuf Demir | leads | Siemens | asserted"),
    ("Green Party leader Hiroshi Tanaka is ill.", "Hiroshi Tanaka | leads | Green Party | asserted"),
    ("The leader of the Green Party, Bakary Sanogo, is ill.", "Bakary Sanogo | leads | Green Party | asserted"),
    (
        "Turkish President Laura Pike met German counterpart Omar Farouk.",
        "Laura Pike | leads | Turkey | asserted",
        "Laura Pike | met_with | Omar Farouk | asserted",
        "Omar Farouk | citizen_of | Germany | asserted",
    ),
    ("Treasury Secretary Laura Pike is ill.", "Laura Pike | leads | Treasury | asserted"),
    (
        "Wei Zhang, the Republican governor of Ohio, is ill.",
        "Wei Zhang | leads | Ohio | asserted",
        "Wei Zhang | member_of | Republican Party | asserted",
    ),
    ("Ohio governor Leila Haddad is ill.", "Leila Haddad | leads | Ohio | asserted"),
    ("Last year Peugeot was in trouble. Its boss, Wei Zhang, is ill.", "Wei Zhang | leads | Peugeot | asserted"),
    # works_for
    ("Yusuf Karim, head of security at Infosys, gave no details.", "Yusuf Karim | works_for | Infosys | asserted"),
    ("Wei Zhang has worked for Honda since 2015.", "Wei Zhang | works_for | Honda | asserted"),
    ("Honda engineer Wei Zhang has three children.", "Wei Zhang | works_for | Honda | asserted"),
    ("Claire Duval's chief of staff, Marc Petit, kept silent.", "Marc Petit | works_for | Claire Duval | asserted"),
    ("Mr Farouk, a lawyer for Oksana Melnyk, is ill.", "Farouk | works_for | Oksana Melnyk | asserted"),
    (
        "Ravi Menon, 46, a professor at Lagos University, is ill.",
        "Ravi Menon | works_for | Lagos University | asserted",
    ),
    ('"We are happy," said Mei Lin Chen, vice president of Toyota.', "Mei Lin Chen | works_for | Toyota | asserted"),
    ("Carlos Mendes, a Naspers engineer, is ill.", "Carlos Mendes | works_for | Naspers | asserted"),
    ("The Volkswagen engineer Laura Pike is ill.", "Laura Pike | works_for | Volkswagen | asserted"),
    # represents
    ("Priya Nair, the MP for Wexford, was late.", "Priya Nair | represents | Wexford | asserted"),
    # member_of
    (
        "Thandi Nkosi, a Republican senator from Ohio, was late.",
        "Thandi Nkosi | member_of | Republican Party | asserted",
        "Thandi Nkosi | represents | Ohio | asserted",
    ),
    (
        "Sen. Fatima Hassan (D-Ohio) is ill.",
        "Fatima Hassan | member_of | Democratic Party | asserted",
        "Fatima Hassan | represents | Ohio | asserted",
    ),
    (
        "Rep. Amina Diallo, R-Texas, is ill.",
        "Amina Diallo | member_of | Republican Party | asserted",
        "Amina Diallo | represents | Texas | asserted",
    ),
    ("Senator Bogdan Novak (I-Vt.) is ill.", "Bogdan Novak | represents | Vermont | asserted"),
    (
        "Mei Tanaka, D-N.Y., criticised Siemens.",
        "Mei Tanaka | criticizes | Siemens | asserted",
        "Mei Tanaka | member_of | Democratic Party | asserted",
        "Mei Tanaka | represents | New York | asserted",
    ),
    (
        "Senator Bola Okafor of Vermont (R) praised Siemens.",
        "Bola Okafor | member_of | Republican Party | asserted",
        "Bola Okafor | represents | Vermont | asserted",
        "Bola Okafor | supports | Siemens | asserted",
    ),
    ("Ravi Menon is a member of the Green Party.", "Ravi Menon | member_of | Green Party | asserted"),
    ("Mei Lin Chen, a Democrat, was late.", "Mei Lin Chen | member_of | Democratic Party | asserted"),
    ("Turkey is a member of the Council of Europe.", "Turkey | member_of | Council of Europe | asserted"),
    ("Wei Zhang sits on the board of Siemens.", "Wei Zhang | member_of | Siemens | asserted"),
    ("Last year Greenpeace activist Amina Diallo is ill.", "Amina Diallo | member_of | Greenpeace | asserted"),
    # founded
    ("Samuel Mensah, co-founder of Jumia, is rich.", "Samuel Mensah | founded | Jumia | asserted"),
    ("After university Olena Bondar set up Grammario Labs.", "Olena Bondar | founded | Grammario Labs | asserted"),
    (
        "The group was in trouble, and Jumia founder Samuel Mensah knew it.",
        "Samuel Mensah | founded | Jumia | asserted",
    ),
    (
        "Ngozi Eze and Ravi Menon founded Unilever in 1937.",
        "Ngozi Eze | founded | Unilever | asserted",
        "Ravi Menon | founded | Unilever | asserted",
    ),
    ("In Kenya Wei Zhang was alone. He founded Peugeot in 1999.", "Wei Zhang | founded | Peugeot | asserted"),
    # joined
    ("Last year Mariam Keita joined Coral Bank.", "Mariam Keita | joined | Coral Bank | asserted"),
    (
        "Peter Nowak left Allegro and joined Siemens.",
        "Peter Nowak | joined | Siemens | asserted",
        "Peter Nowak | left | Allegro | asserted",
    ),
    ("Last year Mariam Keita rejoined the Socialist Party.", "Mariam Keita | joined | Socialist Party | asserted"),
    (
        "Having left Volkswagen, Laura Pike joined Peugeot.",
        "Laura Pike | joined | Peugeot | asserted",
        "Laura Pike | left | Volkswagen | asserted",
    ),
    (
        "Kwame Boateng quit Vestel to join Petrobras.",
        "Kwame Boateng | joined | Petrobras | asserted",
        "Kwame Boateng | left | Vestel | asserted",
    ),
    # left
    ("Peter Nowak resigned from Allegro on Friday.", "Peter Nowak | left | Allegro | asserted"),
    ("The departure of Peter Nowak from Allegro surprised nobody.", "Peter Nowak | left | Allegro | asserted"),
    ("Peter Nowak, who quit Allegro in June, is writing a novel.", "Peter Nowak | left | Allegro | asserted"),
    ("Fatima Hassan stepped down from Peugeot.", "Fatima Hassan | left | Peugeot | asserted"),
    ("Thandi Nkosi pulled out of Peugeot.", "Thandi Nkosi | left | Peugeot | asserted"),
    ("Amina Diallo walked out of Toyota.", "Amina Diallo | left | Toyota | asserted"),
    ("Wei Zhang parted ways with Siemens.", "Wei Zhang | left | Siemens | asserted"),
    # appointed
    ("Hans Weber was hired by Lufthansa in 2018.", "Lufthansa | appointed | Hans Weber | asserted"),
    ("Claire Duval named Marc Petit prime minister.", "Claire Duval | appointed | Marc Petit | asserted"),
    # dismissed
    ("Lufthansa fired Hans Weber.", "Lufthansa | dismissed | Hans Weber | asserted"),
    ("Hans Weber was ousted by Lufthansa.", "Lufthansa | dismissed | Hans Weber | asserted"),
    ("The dismissal of Hans Weber by Lufthansa was legal.", "Lufthansa | dismissed | Hans Weber | asserted"),
    ("Peugeot laid off Pawel Zielinski.", "Peugeot | dismissed | Pawel Zielinski | asserted"),
    ("Fatima Hassan was forced out by Ecobank.", "Ecobank | dismissed | Fatima Hassan | asserted"),
    ("Fatima Hassan was fired from Peugeot.", "Peugeot | dismissed | Fatima Hassan | asserted"),
    # succeeded
    ("Hans Weber succeeded Rosa Klein.", "Hans Weber | succeeded | Rosa Klein | asserted"),
    ("Rosa Klein was replaced by Hans Weber.", "Hans Weber | succeeded | Rosa Klein | asserted"),
    ("Lufthansa replaced Rosa Klein with Hans Weber.", "Hans Weber | succeeded | Rosa Klein | asserted"),
    ("Naomi Sato took over from Kenji Mori in April.", "Naomi Sato | succeeded | Kenji Mori | asserted"),
    ("Rosa Klein's successor, Hans Weber, was late.", "Hans Weber | succeeded | Rosa Klein | asserted"),
    # owns
    ("The carmaker Skoda is owned by Volkswagen.", "Volkswagen | owns | Skoda | asserted"),
    ("Volkswagen holds a 12% stake in the chipmaker Xpeng.", "Volkswagen | owns | Xpeng | asserted"),
    ("The service Viber, a subsidiary of Rakuten, was hit hard.", "Rakuten | owns | Viber | asserted"),
    ("Toyota's 20% stake in Ecobank is worth little.", "Toyota | owns | Ecobank | asserted"),
    ("Orascom has a stake in Infosys.", "Orascom | owns | Infosys | asserted"),
    ("The brand Seat belongs to Ecobank.", "Ecobank | owns | Seat | asserted"),
    ("Volkswagen, co-owned by Laura Pike, is large.", "Laura Pike | owns | Volkswagen | asserted"),
    ("Naspers is owned by Thandi Nkosi and Germany.", "Thandi Nkosi | owns | Naspers | asserted"),
    # acquired
    ("In May Broadcom bought the software maker Tandem for $2 billion.", "Broadcom | acquired | Tandem | asserted"),
    ("The software maker Tandem was snapped up by Broadcom.", "Broadcom | acquired | Tandem | asserted"),
    ("Broadcom's acquisition of Tandem took two years.", "Broadcom | acquired | Tandem | asserted"),
    ("The takeover of Tandem by Broadcom took two years.", "Broadcom | acquired | Tandem | asserted"),
    ("Cisco sold Tandem to Broadcom.", "Broadcom | acquired | Tandem | asserted"),
    ("The chipmaker Broadcom, which acquired Tandem in 2021, was hit hard.", "Broadcom | acquired | Tandem | asserted"),
    (
        "Vodafone bought Tandem and sued Hitachi.",
        "Vodafone | acquired | Tandem | asserted",
        "Vodafone | sued | Hitachi | asserted",
    ),
    ("Telefonica agreed to buy Tandem.", "Telefonica | acquired | Tandem | asserted"),
    ("Samsung gobbled up Orascom.", "Samsung | acquired | Orascom | asserted"),
    ("Honda took over Ecobank in 2012.", "Honda | acquired | Ecobank | asserted"),
    ("Last year Peugeot won. The company acquired Volkswagen.", "Peugeot | acquired | Volkswagen | asserted"),
    # invested_in
    ("In March Temasek invested $50 million in the startup Gozem.", "Temasek | invested_in | Gozem | asserted"),
    ("In March Temasek led a $50 million round in the startup Gozem.", "Temasek | invested_in | Gozem | asserted"),
    ("In March Temasek took a 5% stake in the startup Gozem.", "Temasek | invested_in | Gozem | asserted"),
    ("Nintendo poured $2 billion into Siemens.", "Nintendo | invested_in | Siemens | asserted"),
    ("Tata Motors raised $2 billion from Unilever.", "Unilever | invested_in | Tata Motors | asserted"),
    ("Ecobank's investment in Hitachi paid off.", "Ecobank | invested_in | Hitachi | asserted"),
    # funds
    (
        "Amnesty International is funded by the Ford Foundation.",
        "Ford Foundation | funds | Amnesty International | asserted",
    ),
    (
        "Mariam Keita donated $1 million to Amnesty International.",
        "Mariam Keita | funds | Amnesty International | asserted",
    ),
    (
        "The think tank was bankrolled by Ivan Horvat, a donor to the Green Party.",
        "Ivan Horvat | funds | Green Party | asserted",
    ),
    # partner_of
    ("Gojek has teamed up with Grab Holdings.", "Gojek | partner_of | Grab Holdings | asserted"),
    ("Siemens signed an agreement with Telefonica.", "Siemens | partner_of | Telefonica | asserted"),
    (
        "Tata Motors's partnership with Telefonica is five years old.",
        "Tata Motors | partner_of | Telefonica | asserted",
    ),
    ("Honda, a partner of Telefonica, was hit hard.", "Honda | partner_of | Telefonica | asserted"),
    ("Volkswagen joined forces with Peugeot.", "Volkswagen | partner_of | Peugeot | asserted"),
    ("Tata Motors struck a deal with Ecobank.", "Tata Motors | partner_of | Ecobank | asserted"),
    ("Tata Motors formed an alliance with Honda.", "Tata Motors | partner_of | Honda | asserted"),
    ("Siemens's joint venture with Samsung is dead.", "Siemens | partner_of | Samsung | asserted"),
    ("Toyota works with Hitachi on batteries.", "Toyota | partner_of | Hitachi | asserted"),
    ("Last year Volkswagen, a partner of Peugeot, was hit hard.", "Volkswagen | partner_of | Peugeot | asserted"),
    # competes_with
    ("In Asia, Ecobank competes with Hitachi.", "Ecobank | competes_with | Hitachi | asserted"),
    ("Hitachi, a competitor of Siemens, was hit hard.", "Hitachi | competes_with | Siemens | asserted"),
    # supplies
    ("Foxconn, a supplier to Ecobank, was hit hard.", "Foxconn | supplies | Ecobank | asserted"),
    ("Peugeot, a supplier of Volkswagen, was hit hard.", "Peugeot | supplies | Volkswagen | asserted"),
    ("Last year Hitachi supplied Toyota with batteries.", "Hitachi | supplies | Toyota | asserted"),
    # develops
    ("In May Baidu launched the chatbot Ernie.", "Baidu | develops | Ernie | asserted"),
    ("The chatbot Ernie was developed by Baidu.", "Baidu | develops | Ernie | asserted"),
    ("Petrobras rolled out the app Moia.", "Petrobras | develops | Moia | asserted"),
    # uses
    ("Honda uses the chatbot Ernie in its cars.", "Honda | uses | Ernie | asserted"),
    ("Germany relies on Palantir.", "Germany | uses | Palantir | asserted"),
    ("Volkswagen, a customer of Palantir, was hit hard.", "Volkswagen | uses | Palantir | asserted"),
    ("Rwanda relies on the app Zuri.", "Rwanda | uses | Zuri | asserted"),
    # merged_with
    ("In 2018 Ecobank merged with Telenor.", "Ecobank | merged_with | Telenor | asserted"),
    # former names
    ("Meta (formerly Facebook) sued Siemens.", "Meta | sued | Siemens | asserted"),
    ("Kwame Mensah owns X (ex-Twitter).", "Kwame Mensah | owns | X | asserted"),
    ("X (formerly Twitter) sued Siemens.", "X | sued | Siemens | asserted"),
    ("eToro's merger with Telenor was a success.", "eToro | merged_with | Telenor | asserted"),
    # supports
    ("Wei Zhang endorsed Pawel Zielinski.", "Wei Zhang | supports | Pawel Zielinski | asserted"),
    ("Fatima Hassan was praised by Mei Lin Chen.", "Mei Lin Chen | supports | Fatima Hassan | asserted"),
    ("Elena Popova voted for the Digital Markets Act.", "Elena Popova | supports | Digital Markets Act | asserted"),
    (
        "Carlos Mendes has thrown her weight behind Kwame Boateng.",
        "Carlos Mendes | supports | Kwame Boateng | asserted",
    ),
    ("Leila Haddad, a supporter of Wei Zhang, was late.", "Leila Haddad | supports | Wei Zhang | asserted"),
    ("Poland's support for Ukraine is strong.", "Poland | supports | Ukraine | asserted"),
    ("Rania Khoury rallied behind Fatima Hassan.", "Rania Khoury | supports | Fatima Hassan | asserted"),
    ("Sofia Alvarez sided with Hiroshi Tanaka.", "Sofia Alvarez | supports | Hiroshi Tanaka | asserted"),
    (
        "Laura Pike praised Omar Farouk for suing Peugeot.",
        "Laura Pike | supports | Omar Farouk | asserted",
        "Omar Farouk | sued | Peugeot | asserted",
    ),
    # opposes
    ("Greenpeace opposes the Energy Act.", "Greenpeace | opposes | Energy Act | asserted"),
    ("Amina Diallo voted against the Energy Act.", "Amina Diallo | opposes | Energy Act | asserted"),
    ("Hungary's opposition to the Energy Act is well known.", "Hungary | opposes | Energy Act | asserted"),
    ("Priya Sharma stood up to Naspers.", "Priya Sharma | opposes | Naspers | asserted"),
    ("Leila Haddad came out against the Energy Act.", "Leila Haddad | opposes | Energy Act | asserted"),
    ("Rania Khoury is hostile to the Energy Act.", "Rania Khoury | opposes | Energy Act | asserted"),
    # criticizes
    ("Kwame Boateng lashed out at Vestel.", "Kwame Boateng | criticizes | Vestel | asserted"),
    ("Petrobras was criticised by Priya Sharma.", "Priya Sharma | criticizes | Petrobras | asserted"),
    ("Oksana Melnyk took aim at Naspers.", "Oksana Melnyk | criticizes | Naspers | asserted"),
    ("Thandi Nkosi is critical of Unilever.", "Thandi Nkosi | criticizes | Unilever | asserted"),
    ("Rania Khoury, a critic of Vestel, was late.", "Rania Khoury | criticizes | Vestel | asserted"),
    ("Yusuf Demir hit back at Priya Sharma.", "Yusuf Demir | criticizes | Priya Sharma | asserted"),
    ("Sofia Alvarez took a swipe at Rania Khoury.", "Sofia Alvarez | criticizes | Rania Khoury | asserted"),
    ("Mei Lin Chen's criticism of Ivan Kovac was harsh.", "Mei Lin Chen | criticizes | Ivan Kovac | asserted"),
    (
        "Samsung was criticised by Greenpeace and Ravi Menon.",
        "Greenpeace | criticizes | Samsung | asserted",
        "Ravi Menon | criticizes | Samsung | asserted",
    ),
    ("Ivan Kovac hit back at Yusuf Demir.", "Ivan Kovac | criticizes | Yusuf Demir | asserted"),
    # accuses
    ("Greenpeace accused Shell of lying.", "Greenpeace | accuses | Shell | asserted"),
    ("Shell was blamed by Greenpeace for the spill.", "Greenpeace | accuses | Shell | asserted"),
    ("Carlos Mendes pointed the finger at Toyota.", "Carlos Mendes | accuses | Toyota | asserted"),
    ("Ngozi Eze was accused by Amina Diallo of working for Russia.", "Amina Diallo | accuses | Ngozi Eze | asserted"),
    ("Unilever accused Hitachi of copying the Golf.", "Unilever | accuses | Hitachi | asserted"),
    ("Wei Zhang was accused by Omar Farouk of bribing Peugeot.", "Omar Farouk | accuses | Wei Zhang | asserted"),
    # in_conflict_with
    ("Sofia Alvarez fell out with Ngozi Eze.", "Sofia Alvarez | in_conflict_with | Ngozi Eze | asserted"),
    ("Kwame Boateng's feud with Amina Diallo is old.", "Kwame Boateng | in_conflict_with | Amina Diallo | asserted"),
    ("Priya Sharma locked horns with Thandi Nkosi.", "Priya Sharma | in_conflict_with | Thandi Nkosi | asserted"),
    # threatens
    ("China threatened Lithuania.", "China | threatens | Lithuania | asserted"),
    ("China delivered an ultimatum to Lithuania.", "China | threatens | Lithuania | asserted"),
    ("China's threats against Lithuania were heard.", "China | threatens | Lithuania | asserted"),
    # advises
    ("Hiroshi Tanaka advised Amina Diallo for two years.", "Hiroshi Tanaka | advises | Amina Diallo | asserted"),
    ("Elena Popova, an adviser to Pawel Zielinski, was late.", "Elena Popova | advises | Pawel Zielinski | asserted"),
    # met_with
    ("Leila Haddad met Yusuf Demir at a hotel.", "Leila Haddad | met_with | Yusuf Demir | asserted"),
    ("Ngozi Eze's meeting with Elena Popova lasted an hour.", "Ngozi Eze | met_with | Elena Popova | asserted"),
    ("Pawel Zielinski sat down with Amina Diallo.", "Pawel Zielinski | met_with | Amina Diallo | asserted"),
    ("Ivan Kovac had lunch with Leila Haddad.", "Ivan Kovac | met_with | Leila Haddad | asserted"),
    ("Ivan Kovac spoke to Ravi Menon by phone.", "Ivan Kovac | met_with | Ravi Menon | asserted"),
    (
        "Angela Braun met Paul Okoro. He said the talks were good and that he had joined Toyota.",
        "Angela Braun | met_with | Paul Okoro | asserted",
        "Paul Okoro | joined | Toyota | asserted | Paul Okoro",
    ),
    (
        "Mrs Haddad met Mr Okoro. She works for Peugeot.",
        "Haddad | met_with | Okoro | asserted",
        "Haddad | works_for | Peugeot | asserted",
    ),
    # interviewed
    (
        "Mrs Rahimi of the Kabul Times interviewed Priya Sharma.",
        "Rahimi | interviewed | Priya Sharma | asserted",
        "Rahimi | works_for | Kabul Times | asserted",
    ),
    ("Kwame Boateng was interviewed by the Kabul Times.", "Kabul Times | interviewed | Kwame Boateng | asserted"),
    ("Oksana Melnyk gave an interview to the Kabul Times.", "Kabul Times | interviewed | Oksana Melnyk | asserted"),
    # negotiates_with
    ("Shell is negotiating with Petrobras.", "Shell | negotiates_with | Petrobras | asserted"),
    ("Shell held talks with Petrobras.", "Shell | negotiates_with | Petrobras | asserted"),
    ("Volkswagen entered talks with Peugeot.", "Volkswagen | negotiates_with | Peugeot | asserted"),
    # sued
    ("Greenpeace sued Shell.", "Greenpeace | sued | Shell | asserted"),
    ("Shell was taken to court by Greenpeace.", "Greenpeace | sued | Shell | asserted"),
    ("Greenpeace filed a lawsuit against Shell in The Hague.", "Greenpeace | sued | Shell | asserted"),
    (
        "Siemens and Telefonica sued Hyundai and Honda.",
        "Siemens | sued | Honda | asserted",
        "Siemens | sued | Hyundai | asserted",
        "Telefonica | sued | Honda | asserted",
        "Telefonica | sued | Hyundai | asserted",
    ),
    ("Samsung filed a complaint against Orascom.", "Samsung | sued | Orascom | asserted"),
    ("Nintendo brought a case against Ecobank.", "Nintendo | sued | Ecobank | asserted"),
    ("Volkswagen took Peugeot to court.", "Volkswagen | sued | Peugeot | asserted"),
    # investigates
    (
        "Yesterday the European Commission is investigating Shell.",
        "European Commission | investigates | Shell | asserted",
    ),
    (
        "Yesterday the European Commission opened an investigation into Shell.",
        "European Commission | investigates | Shell | asserted",
    ),
    ("Germany is looking into Vestel.", "Germany | investigates | Vestel | asserted"),
    ("Germany launched a probe into Infosys.", "Germany | investigates | Infosys | asserted"),
    ("Germany's investigation into Peugeot is over.", "Germany | investigates | Peugeot | asserted"),
    # sanctioned
    ("Shell was fined by the European Commission.", "European Commission | sanctioned | Shell | asserted"),
    (
        "Yesterday the European Commission imposed a fine on Shell.",
        "European Commission | sanctioned | Shell | asserted",
    ),
    ("Germany slapped a fine on Orascom.", "Germany | sanctioned | Orascom | asserted"),
    ("Germany slapped Siemens with a fine.", "Germany | sanctioned | Siemens | asserted"),
    ("Germany's sanctions on Russia are old.", "Germany | sanctioned | Russia | asserted"),
    ("German sanctions on Russia are old.", "Germany | sanctioned | Russia | asserted"),
    ("Germany hit Peugeot with a fine.", "Germany | sanctioned | Peugeot | asserted"),
    # banned
    ("India banned the app ShareMe.", "India | banned | ShareMe | asserted"),
    ("Germany shut down Discord.", "Germany | banned | Discord | asserted"),
    # candidate_in
    (
        "Bakary Sanogo is a candidate in the presidential election.",
        "Bakary Sanogo | candidate_in | presidential election | asserted",
    ),
    (
        "Hiroshi Tanaka ran in the 2022 presidential election.",
        "Hiroshi Tanaka | candidate_in | 2022 presidential election | asserted",
    ),
    (
        "Priya Sharma is running in the presidential election.",
        "Priya Sharma | candidate_in | presidential election | asserted",
    ),
    # won
    ("Wei Zhang won the presidential election.", "Wei Zhang | won | presidential election | asserted"),
    (
        "Ravi Menon's victory in the presidential election was clear.",
        "Ravi Menon | won | presidential election | asserted",
    ),
    (
        "Thandi Nkosi helped Carlos Mendes to win the presidential election.",
        "Carlos Mendes | won | presidential election | asserted",
    ),
    # defeated
    ("Hiroshi Tanaka defeated Pawel Zielinski.", "Hiroshi Tanaka | defeated | Pawel Zielinski | asserted"),
    ("Elena Popova lost to Pawel Zielinski.", "Pawel Zielinski | defeated | Elena Popova | asserted"),
    # participated_in
    (
        "Yusuf Demir attended the Munich Security Conference.",
        "Yusuf Demir | participated_in | Munich Security Conference | asserted",
    ),
    (
        "Fatima Hassan spoke at the Munich Security Conference.",
        "Fatima Hassan | participated_in | Munich Security Conference | asserted",
    ),
    ("Thandi Nkosi took part in the Lagos Summit.", "Thandi Nkosi | participated_in | Lagos Summit | asserted"),
    # organized
    ("Ghana hosted the Lagos Summit.", "Ghana | organized | Lagos Summit | asserted"),
    ("In 2019 the Lagos Summit was organised by Shell.", "Shell | organized | Lagos Summit | asserted"),
    # located_in
    (
        "The Japanese group Rakuten, the owner of Viber, was hit hard.",
        "Rakuten | located_in | Japan | asserted",
        "Rakuten | owns | Viber | asserted",
    ),
    ("Vestel is based in Istanbul.", "Vestel | located_in | Istanbul | asserted"),
    ("The Turkish company Vestel was hit hard.", "Vestel | located_in | Turkey | asserted"),
    ("Spotify Technology, a Swedish company, was hit hard.", "Spotify Technology | located_in | Sweden | asserted"),
    ("Naspers has its headquarters in Wolfsburg.", "Naspers | located_in | Wolfsburg | asserted"),
    ("Berlin is the capital of Germany.", "Berlin | located_in | Germany | asserted"),
    ("The startup Ecosia, based in Berlin, is large.", "Ecosia | located_in | Berlin | asserted"),
    ("Ecosia, a Berlin startup, is large.", "Ecosia | located_in | Berlin | asserted"),
    ("Ecosia is a German startup.", "Ecosia | located_in | Germany | asserted"),
    ("In 2022 the Lagos Summit took place in Ghana.", "Lagos Summit | located_in | Ghana | asserted"),
    ("In 2022 the Lagos Summit was held in Ghana.", "Lagos Summit | located_in | Ghana | asserted"),
    ("Volkswagen, headquartered in Munich, is large.", "Volkswagen | located_in | Munich | asserted"),
    ("The Taiwanese company Foxconn is large.", "Foxconn | located_in | Taiwan | asserted"),
    # citizen_of
    ("Dmitri Sokolov, a Russian engineer, was late.", "Dmitri Sokolov | citizen_of | Russia | asserted"),
    ("Dmitri Sokolov was born in Kazan.", "Dmitri Sokolov | citizen_of | Kazan | asserted"),
    ("The Turkish-born entrepreneur Priya Sharma is ill.", "Priya Sharma | citizen_of | Turkey | asserted"),
    (
        "The Turkish foreign minister, Bakary Sanogo, is ill.",
        "Bakary Sanogo | citizen_of | Turkey | asserted",
        "Bakary Sanogo | leads | Foreign Ministry | asserted",
    ),
    # visited
    ("Dmitri Sokolov visited Ankara on Monday.", "Dmitri Sokolov | visited | Ankara | asserted"),
    ("Dmitri Sokolov's trip to Ankara lasted two days.", "Dmitri Sokolov | visited | Ankara | asserted"),
    ("Sofia Alvarez paid a visit to Ankara.", "Sofia Alvarez | visited | Ankara | asserted"),
    ("Hiroshi Tanaka flew to Ankara.", "Hiroshi Tanaka | visited | Ankara | asserted"),
    # family_of
    ("Dmitri Sokolov married Anna Petrova.", "Dmitri Sokolov | family_of | Anna Petrova | asserted"),
    ("Anna Petrova, the sister of Dmitri Sokolov, was late.", "Anna Petrova | family_of | Dmitri Sokolov | asserted"),
    ("Ngozi Eze's husband, Priya Sharma, is ill.", "Ngozi Eze | family_of | Priya Sharma | asserted"),
    ("Fatima Hassan is married to Mei Lin Chen.", "Fatima Hassan | family_of | Mei Lin Chen | asserted"),
    ("Fatima Hassan and her brother Ngozi Eze are ill.", "Fatima Hassan | family_of | Ngozi Eze | asserted"),
    (
        "Hiroshi Tanaka, daughter of Carlos Mendes and a friend of Leila Haddad, is ill.",
        "Hiroshi Tanaka | family_of | Carlos Mendes | asserted",
    ),
    ("Wei Zhang is tired and his wife, Leila Haddad, is ill.", "Wei Zhang | family_of | Leila Haddad | asserted"),
    # part_of
    ("Kuiper Labs, a division of Siemens, was hit hard.", "Kuiper Labs | part_of | Siemens | asserted"),
    ("Crimea is part of Ukraine.", "Crimea | part_of | Ukraine | asserted"),
    # author_of
    ("Anna Petrova wrote the novel Dust.", "Anna Petrova | author_of | Dust | asserted"),
    ("Anna Petrova, author of the book Dust, was late.", "Anna Petrova | author_of | Dust | asserted"),
    ("Yusuf Demir introduced the Energy Act.", "Yusuf Demir | author_of | Energy Act | asserted"),
    # attacked
    ("Russia invaded Ukraine in 2022.", "Russia | attacked | Ukraine | asserted"),
    ("The Russian invasion of Ukraine began in 2022.", "Russia | attacked | Ukraine | asserted"),
    ("Orascom was hacked by the group Lapsus.", "Lapsus | attacked | Orascom | asserted"),
    ("Russia used drones to attack Ukraine.", "Russia | attacked | Ukraine | asserted"),
    # studied_at
    ("Dmitri Sokolov studied at Lagos University.", "Dmitri Sokolov | studied_at | Lagos University | asserted"),
    (
        "Dmitri Sokolov, a graduate of Lagos University, was late.",
        "Dmitri Sokolov | studied_at | Lagos University | asserted",
    ),
    (
        "Oksana Melnyk earned a degree from Lagos University.",
        "Oksana Melnyk | studied_at | Lagos University | asserted",
    ),
    ("Pawel Zielinski attended Lagos University.", "Pawel Zielinski | studied_at | Lagos University | asserted"),
    (
        "Jumia was founded by Samuel Mensah and Jeremy Otieno.",
        "Jeremy Otieno | founded | Jumia | asserted",
        "Samuel Mensah | founded | Jumia | asserted",
    ),
    ("Gazprom bought Maersk.", "Gazprom | acquired | Maersk | asserted"),
    ("Hitachi and Samsung merged.", "Hitachi | merged_with | Samsung | asserted"),
    ("Laura Pike and Omar Farouk met in Berlin.", "Laura Pike | met_with | Omar Farouk | asserted"),
    ("Talks between Unilever and Samsung collapsed.", "Unilever | negotiates_with | Samsung | asserted"),
    ("Palantir sells software to Germany.", "Palantir | supplies | Germany | asserted"),
    ("Petrobras sells chips to Unilever.", "Petrobras | supplies | Unilever | asserted"),
    ("India's ban on ShareMe was lifted.", "India | banned | ShareMe | ended"),
    ("Kwame Boateng stepped down as chief executive of Ecobank.", "Kwame Boateng | leads | Ecobank | ended"),
    ("Volkswagen sold its stake in Peugeot.", "Volkswagen | owns | Peugeot | ended"),
    ("Wei Zhang resigned as head of Volkswagen.", "Wei Zhang | leads | Volkswagen | ended"),
    ("Volkswagen ended its partnership with Peugeot.", "Volkswagen | partner_of | Peugeot | ended"),
    ("Wei Zhang left his post as head of Peugeot.", "Wei Zhang | leads | Peugeot | ended"),
    ("Peugeot said it had acquired Volkswagen.", "Peugeot | acquired | Volkswagen | asserted | Peugeot"),
    ("Volkswagen denied that it had acquired Peugeot.", "Volkswagen | acquired | Peugeot | negated | Volkswagen"),
    (
        "In a statement Volkswagen said it had acquired Peugeot.",
        "Volkswagen | acquired | Peugeot | asserted | Volkswagen",
    ),
    ("Rumours that Hitachi bought Toyota are old.", "Hitachi | acquired | Toyota | uncertain"),
    ("Pawel Zielinski, formerly of Tata Motors, is ill.", "Pawel Zielinski | works_for | Tata Motors | ended"),
    ("Ravi Menon, of the Green Party, is ill.", "Ravi Menon | member_of | Green Party | asserted"),
    ("Germany's eToro is large.", "eToro | located_in | Germany | asserted"),
    ("Siemens and its rival Hitachi were hit hard.", "Siemens | competes_with | Hitachi | asserted"),
    ("Tata Motors is set to buy Naspers.", "Tata Motors | acquired | Naspers | uncertain"),
    ("Volkswagen is in talks with Peugeot.", "Volkswagen | negotiates_with | Peugeot | asserted"),
    ("Wei Zhang is under investigation by Germany.", "Germany | investigates | Wei Zhang | asserted"),
    ("Wei Zhang is at the helm of Volkswagen.", "Wei Zhang | leads | Volkswagen | asserted"),
    ("Volkswagen gave $2 million to the Ford Foundation.", "Volkswagen | funds | Ford Foundation | asserted"),
    ("Thandi Nkosi is at odds with Sofia Alvarez.", "Thandi Nkosi | in_conflict_with | Sofia Alvarez | asserted"),
    (
        "Turkey's foreign minister, Carlos Mendes, is ill.",
        "Carlos Mendes | citizen_of | Turkey | asserted",
        "Carlos Mendes | leads | Foreign Ministry | asserted",
    ),
    ("Gazprom's chatbot Zuri was late.", "Gazprom | develops | Zuri | asserted"),
    ("Volkswagen, led by Laura Pike, is large.", "Laura Pike | leads | Volkswagen | asserted"),
    ("Volkswagen, whose boss is Laura Pike, is large.", "Laura Pike | leads | Volkswagen | asserted"),
    ("Laura Pike came to the defence of Omar Farouk.", "Laura Pike | supports | Omar Farouk | asserted"),
    ("Omar Farouk, a consultant who advised Wei Zhang, is ill.", "Omar Farouk | advises | Wei Zhang | asserted"),
    (
        "Omar Farouk defeated Wei Zhang, an actor endorsed by Leila Haddad.",
        "Leila Haddad | supports | Wei Zhang | asserted",
        "Omar Farouk | defeated | Wei Zhang | asserted",
    ),
    ("Volkswagen is a company owned by Peugeot.", "Peugeot | owns | Volkswagen | asserted"),
    ("Kwame Boateng, an engineer Peugeot sacked in May, is ill.", "Peugeot | dismissed | Kwame Boateng | asserted"),
    (
        "Last year Peugeot was founded by two brothers, Samuel Otieno and Jeremy Otieno.",
        "Jeremy Otieno | founded | Peugeot | asserted",
        "Samuel Otieno | founded | Peugeot | asserted",
        "Samuel Otieno | family_of | Jeremy Otieno | asserted",
    ),
    (
        "Kwame Boateng, a lawyer for Peugeot, denied that it had sued Samsung.",
        "Kwame Boateng | works_for | Peugeot | asserted",
        "Peugeot | sued | Samsung | negated | Kwame Boateng",
    ),
    (
        "Mrs Haddad met Mr Okoro. He works for Peugeot.",
        "Haddad | met_with | Okoro | asserted",
        "Okoro | works_for | Peugeot | asserted",
    ),
    ("The Peugeot-backed startup Ecosia was late.", "Peugeot | invested_in | Ecosia | asserted"),
    ("The Berlin-based startup Ecosia is large.", "Ecosia | located_in | Berlin | asserted"),
    ("Turkish-born Laura Pike is ill.", "Laura Pike | citizen_of | Turkey | asserted"),
    # names that only lists, or the lack of one, tell
    ("Viktor Orlov visited Ankara.", "Viktor Orlov | visited | Ankara | asserted"),
    (
        "A spokeswoman for Vodafone, Leila Haddad, gave no details.",
        "Leila Haddad | works_for | Vodafone | asserted",
    ),
    ("Senator Wei Zhang of Ohio was late.", "Wei Zhang | represents | Ohio | asserted"),
    ("Germany's Volkswagen was late.", "Volkswagen | located_in | Germany | asserted"),
    ("Wei Zhang of the Green Party was late.", "Wei Zhang | member_of | Green Party | asserted"),
]
"""A sentence or two, then what they state: subject, relation, object, status, and who says it if somebody does."""

STATUS = [
    ("Ecobank denied that it had bought Tandem.", "Ecobank | acquired | Tandem | negated | Ecobank"),
    ("Volkswagen was prevented from buying Peugeot.", "Volkswagen | acquired | Peugeot | negated"),
    (
        "Siemens succeeded in buying Peugeot without suing Hitachi.",
        "Siemens | acquired | Peugeot | asserted",
        "Siemens | sued | Hitachi | negated",
    ),
    ("Orascom did not buy Tandem.", "Orascom | acquired | Tandem | negated"),
    ("Naspers has never bought Tandem.", "Naspers | acquired | Tandem | negated"),
    ("Hitachi denied buying Tandem.", "Hitachi | acquired | Tandem | negated | Hitachi"),
    (
        "Neither Volkswagen nor Peugeot sued Hitachi.",
        "Volkswagen | sued | Hitachi | negated",
        "Peugeot | sued | Hitachi | negated",
    ),
    ("Wei Zhang's offer to buy Volkswagen was rejected.", "Wei Zhang | acquired | Volkswagen | negated"),
    ("Ivan Kovac used to work for Orascom.", "Ivan Kovac | works_for | Orascom | ended"),
    ("Wei Zhang went on to win the presidential election.", "Wei Zhang | won | presidential election | asserted"),
    ("Leila Haddad refused to meet Mei Lin Chen.", "Leila Haddad | met_with | Mei Lin Chen | negated"),
    ("Hiroshi Tanaka declined to endorse Sofia Alvarez.", "Hiroshi Tanaka | supports | Sofia Alvarez | negated"),
    ("Telefonica could buy Tandem.", "Telefonica | acquired | Tandem | uncertain"),
    ("Samsung plans to buy Tandem.", "Samsung | acquired | Tandem | uncertain"),
    ("Tata Motors wants to take over Tandem.", "Tata Motors | acquired | Tandem | uncertain"),
    ("Infosys is considering the acquisition of Tandem.", "Infosys | acquired | Tandem | uncertain"),
    ("Samsung's bid for Tandem surprised nobody.", "Samsung | acquired | Tandem | uncertain"),
    ("Ivan Kovac will visit Ankara next week.", "Ivan Kovac | visited | Ankara | uncertain"),
    ("Fatima Hassan may sue Orascom.", "Fatima Hassan | sued | Orascom | uncertain"),
    ("Kwame Boateng threatened to sue Telefonica.", "Kwame Boateng | sued | Telefonica | uncertain"),
    ("If Ecobank buys Tandem, the price will rise.", "Ecobank | acquired | Tandem | uncertain"),
    ("Hiroshi Tanaka is expected to meet Rania Khoury.", "Hiroshi Tanaka | met_with | Rania Khoury | uncertain"),
    ("Rosa Klein, the former boss of Lufthansa, was late.", "Rosa Klein | leads | Lufthansa | ended"),
    ("Former Lufthansa chairman Hans Weber was late.", "Hans Weber | leads | Lufthansa | ended"),
    ("Wei Zhang no longer works for Honda.", "Wei Zhang | works_for | Honda | ended"),
    ("Wei Zhang stopped working for Honda.", "Wei Zhang | works_for | Honda | ended"),
    ("Ngozi Eze is not a member of the Green Party.", "Ngozi Eze | member_of | Green Party | negated"),
    ("Bakary Sanogo reportedly met Fatima Hassan.", "Bakary Sanogo | met_with | Fatima Hassan | uncertain"),
    (
        "Tandem has been bought by Hitachi, according to the Kabul Times.",
        "Hitachi | acquired | Tandem | asserted | Kabul Times",
    ),
    ("Sofia Alvarez said that Rakuten had bought Tandem.", "Rakuten | acquired | Tandem | asserted | Sofia Alvarez"),
    ("Ivan Kovac would have voted against the Energy Act.", "Ivan Kovac | opposes | Energy Act | uncertain"),
    ("The sale of Tandem to Infosys was blocked by India.", "Infosys | acquired | Tandem | negated"),
    ("Has Unilever bought Tandem?", "Unilever | acquired | Tandem | uncertain"),
    ("Volkswagen made an offer for Peugeot.", "Volkswagen | acquired | Peugeot | uncertain"),
    ("A lawsuit by Volkswagen against Peugeot was dropped.", "Volkswagen | sued | Peugeot | asserted"),
    ("Leila Haddad, previously an engineer at Telefonica, is ill.", "Leila Haddad | works_for | Telefonica | ended"),
    ("Volkswagen will not buy Peugeot.", "Volkswagen | acquired | Peugeot | negated"),
    ("Petrobras abandoned its takeover of Unilever.", "Petrobras | acquired | Unilever | negated"),
    ("It is unclear whether Volkswagen bought Peugeot.", "Volkswagen | acquired | Peugeot | uncertain"),
    ("Honda failed to buy Maersk.", "Honda | acquired | Maersk | negated"),
    ("Honda is trying to buy Toyota.", "Honda | acquired | Toyota | uncertain"),
    ("Omar Farouk asked Volkswagen to buy Peugeot.", "Volkswagen | acquired | Peugeot | uncertain"),
    ("Laura Pike is no longer the boss of Volkswagen.", "Laura Pike | leads | Volkswagen | ended"),
    ("Oksana Melnyk was once a member of the Green Party.", "Oksana Melnyk | member_of | Green Party | ended"),
    ('"Volkswagen has bought Peugeot," said Laura Pike.', "Volkswagen | acquired | Peugeot | asserted | Laura Pike"),
    ("Mei Lin Chen claims that Telefonica bought Maersk.", "Telefonica | acquired | Maersk | asserted | Mei Lin Chen"),
    ("Volkswagen's planned takeover of Peugeot is popular.", "Volkswagen | acquired | Peugeot | uncertain"),
    (
        "Fatima Hassan's alleged meeting with Amina Diallo was secret.",
        "Fatima Hassan | met_with | Amina Diallo | uncertain",
    ),
    ("Carlos Mendes wants Rakuten to buy Siemens.", "Rakuten | acquired | Siemens | uncertain"),
    ("Unilever is expected to buy Siemens.", "Unilever | acquired | Siemens | uncertain"),
    (
        "Naoko Tanaka said she had met Pawel Zielinski.",
        "Naoko Tanaka | met_with | Pawel Zielinski | asserted | Naoko Tanaka",
    ),
    (
        "Yusuf Demir told Leila Haddad that Rakuten had bought Petrobras.",
        "Rakuten | acquired | Petrobras | asserted | Yusuf Demir",
    ),
    ("Laura Pike denied that Volkswagen had bought Peugeot.", "Volkswagen | acquired | Peugeot | negated | Laura Pike"),
    ("Leila Haddad, who once led Samsung, is ill.", "Leila Haddad | leads | Samsung | ended"),
    ("Wei Zhang said that he had left Peugeot.", "Wei Zhang | left | Peugeot | asserted | Wei Zhang"),
    ("Was Wei Zhang fired by Volkswagen?", "Volkswagen | dismissed | Wei Zhang | uncertain"),
    ("Wei Zhang would like to work for Volkswagen.", "Wei Zhang | works_for | Volkswagen | uncertain"),
    ("Wei Zhang must not visit Ankara.", "Wei Zhang | visited | Ankara | negated"),
    ("Wei Zhang hopes to win the presidential election.", "Wei Zhang | won | presidential election | uncertain"),
]
"""Denied, possible, ended, asked, or said by somebody."""

NOTHING = [
    "Ivan Kovac and Ravi Menon live in Ankara.",
    "Oksana Melnyk said on Monday that Tata Motors was large.",
    "Shares of Siemens and Hitachi fell in Tokyo.",
    "Oksana Melnyk bought a house in Ankara.",
    "Sofia Alvarez won a prize in Ankara.",
    "Siemens supports electric cars in Germany.",
    "Dmitri Sokolov left Ankara for Kazan.",
    "The train to Ankara met a delay in Turkey.",
    "Analysts met investors of Siemens in Germany.",
    "Siemens uses water from Germany.",
    "Ivan Kovac founded a family in Turkey.",
    "Hiroshi Tanaka runs every day in Ankara.",
    "Oksana Melnyk told the Kabul Times that prices were rising.",
    "Hitachi, like Siemens, was hit hard.",
    "Unlike Sofia Alvarez, Priya Sharma was late.",
    "Siemens has 2,000 employees in Turkey and Ghana.",
    "Prices in Turkey beat forecasts by Siemens.",
    "Siemens lost money in Germany.",
    "In Ghana, Siemens customers pay more.",
    "The book is about Sofia Alvarez and Rania Khoury.",
    "Siemens named its product after Bakary Sanogo.",
    "The fine was larger than that of Nintendo in Turkey.",
    "Siemens opened an office in Ghana.",
    "In an interview with the Kabul Times, Sofia Alvarez was calm.",
    "Rania Khoury is running for president.",
    "The mayor of Berlin met Ravi Menon.",
    "Tata Motors ruled out a takeover of adidas.",
    "Carlos Mendes, Secretary of State, is ill.",
    "Nintendo was ordered to pay by Germany.",
    "In Kenya the app Zuri was used by the police.",
    "Wei Zhang and the mayor of Lagos were late.",
    "Wei Zhang's election campaign in Turkey is funded by workers.",
    "Volkswagen engineers and Peugeot engineers met in Germany.",
    "Germany beat Spain in the final.",
    "The Volkswagen plant in Germany uses robots.",
    "Wei Zhang sued for peace in Turkey.",
    "The head of Germany's largest bank was late.",
    "Peugeot cars are sold in Germany.",
    "In Dakar Mariam Keita met Wei Zhang. Later she studied at Lagos University.",
    "Infosys, whose software Peugeot buys, is large.",
    "The Guardian announces the acquisition of Deezer.",
    "Reuters announced a merger with Deezer.",
    "The mayors of the cities of Lyon and Leeds signed the charter.",
    "She told the ITV's Robert Peston Show that it was late.",
]
"""Sentences that name things and state none of our relations between them."""

UNSOLVED = {
    "a name is not found, or has the wrong type": [
        ("Ex-Volkswagen boss Laura Pike is ill.", "Laura Pike | leads | Volkswagen | ended"),
        (
            "Volkswagen and adidas signed a deal with Peugeot.",
            "Volkswagen | partner_of | Peugeot | asserted",
            "adidas | partner_of | Peugeot | asserted",
        ),
    ],
    "an apposition hangs on the last noun of its phrase": [
        ("Wei Zhang and the mayor of Lagos, Omar Farouk, were late.", "Omar Farouk | leads | Lagos | asserted"),
    ],
    "two subjects of a symmetric relation": [
        ("Volkswagen and Peugeot are rivals.", "Volkswagen | competes_with | Peugeot | asserted"),
    ],
    "a compound adjective": [
        ("Carlos Mendes, ex-boss of Honda, is ill.", "Carlos Mendes | leads | Honda | ended"),
    ],
    "an adjective or participle as a predicate": [
        ("Laura Pike is opposed to the Energy Act.", "Laura Pike | opposes | Energy Act | asserted"),
        ("Laura Pike, who is Turkish, is ill.", "Laura Pike | citizen_of | Turkey | asserted"),
    ],
    "nationality and a noun for the state stand for the state": [
        ("Chinese authorities fined Volkswagen.", "China | sanctioned | Volkswagen | asserted"),
        ("The Chinese government fined Volkswagen.", "China | sanctioned | Volkswagen | asserted"),
    ],
    "what is said not to be true is taken as said": [
        ("It is not true that Volkswagen sued Peugeot.", "Volkswagen | sued | Peugeot | negated"),
    ],
}
"""What goes wrong, by the reason."""

ROWS = [*STATED, *STATUS, *((sentence,) for sentence in NOTHING)]
FAILING = [(reason, row) for reason, rows in UNSOLVED.items() for row in rows]


@pytest.fixture(scope="module")
def stated() -> dict[str, list[str]]:
    """What each sentence of the tables states, in one batch."""
    texts = [row[0] for row in (*ROWS, *(row for _, row in FAILING))]
    nlp = load("en")
    return {doc.text: _lines(doc._.statements) for doc in nlp.pipe(texts)}


def _lines(graph):
    names = {entity.id: entity.name for entity in graph.entities}
    return sorted(
        " | ".join(
            [names[s.subject], s.relation, names[s.object], str(s.status)]
            + [names[e.source] for e in s.evidence[:1] if e.source is not None]
        )
        for s in graph.statements
    )


@pytest.mark.model
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_sentence_states_this_and_nothing_else(row, stated):
    assert stated[row[0]] == sorted(row[1:])


@pytest.mark.model
@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row[0], marks=pytest.mark.xfail(reason=reason, strict=True)) for reason, row in FAILING],
)
def test_a_sentence_should_state_this_and_nothing_else(row, stated):
    assert stated[row[0]] == sorted(row[1:])


def test_no_sentence_stands_twice():
    texts = [row[0] for row in (*ROWS, *(row for _, row in FAILING))]
    assert len(texts) == len(set(texts))


def test_every_relation_has_two_sentences():
    found = [line.split(" | ")[1] for row in (*STATED, *STATUS) for line in row[1:]]
    assert [r for r in ontology().relations if found.count(r) < 2] == []
